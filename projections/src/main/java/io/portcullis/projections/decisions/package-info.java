/** The decision log: what was decided, newest first, and the decision of any one activity. */
@NullMarked
package io.portcullis.projections.decisions;

import org.jspecify.annotations.NullMarked;
