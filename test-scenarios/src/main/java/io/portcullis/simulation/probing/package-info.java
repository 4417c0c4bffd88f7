/** Looking for an open door. */
@NullMarked
package io.portcullis.simulation.probing;

import org.jspecify.annotations.NullMarked;
