/** Those who were caught and come back. */
@NullMarked
package io.portcullis.simulation.linkage;

import org.jspecify.annotations.NullMarked;
