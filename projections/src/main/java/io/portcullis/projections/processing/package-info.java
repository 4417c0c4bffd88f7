/** Feeds the log to the views: exactly once, in batches, and again from the beginning when a view is rebuilt. */
@NullMarked
package io.portcullis.projections.processing;

import org.jspecify.annotations.NullMarked;
