/** Views are fed exactly once, and rebuilt while they answer. */
@NullMarked
package io.portcullis.projections.processing;

import org.jspecify.annotations.NullMarked;
