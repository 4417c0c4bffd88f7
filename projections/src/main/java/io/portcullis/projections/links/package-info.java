/** Which entities share one, and through what. */
@NullMarked
package io.portcullis.projections.links;

import org.jspecify.annotations.NullMarked;
