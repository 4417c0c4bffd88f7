/** Specifications of the package of the same name. */
@NullMarked
package io.portcullis.domain.event;

import org.jspecify.annotations.NullMarked;
