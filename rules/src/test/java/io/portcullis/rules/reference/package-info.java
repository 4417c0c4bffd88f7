/** Specifications of the package of the same name. */
@NullMarked
package io.portcullis.rules.reference;

import org.jspecify.annotations.NullMarked;
