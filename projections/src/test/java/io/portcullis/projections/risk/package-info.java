/** What the risk views say. */
@NullMarked
package io.portcullis.projections.risk;

import org.jspecify.annotations.NullMarked;
