/** Specifications of the package of the same name. */
@NullMarked
package io.portcullis.rules.evaluation;

import org.jspecify.annotations.NullMarked;
