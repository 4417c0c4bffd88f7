/** Where links lead. */
@NullMarked
package io.portcullis.projections.links;

import org.jspecify.annotations.NullMarked;
