/** Specifications of the package of the same name. */
@NullMarked
package io.portcullis.domain.decision;

import org.jspecify.annotations.NullMarked;
