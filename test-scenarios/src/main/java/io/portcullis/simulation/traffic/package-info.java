/** Too much of what would be allowed a little of. */
@NullMarked
package io.portcullis.simulation.traffic;

import org.jspecify.annotations.NullMarked;
