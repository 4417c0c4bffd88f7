/** Apps that are not what they say. */
@NullMarked
package io.portcullis.simulation.mobile;

import org.jspecify.annotations.NullMarked;
