/** What the decision log says. */
@NullMarked
package io.portcullis.projections.decisions;

import org.jspecify.annotations.NullMarked;
