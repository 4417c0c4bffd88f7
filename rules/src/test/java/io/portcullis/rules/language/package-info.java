/** Specifications of the package of the same name. */
@NullMarked
package io.portcullis.rules.language;

import org.jspecify.annotations.NullMarked;
