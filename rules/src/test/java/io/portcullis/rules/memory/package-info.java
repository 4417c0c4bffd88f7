/** Specifications of the package of the same name. */
@NullMarked
package io.portcullis.rules.memory;

import org.jspecify.annotations.NullMarked;
