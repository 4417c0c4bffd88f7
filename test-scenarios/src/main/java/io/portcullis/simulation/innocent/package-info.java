/** People and programs that mean well, many of which look as if they did not. */
@NullMarked
package io.portcullis.simulation.innocent;

import org.jspecify.annotations.NullMarked;
