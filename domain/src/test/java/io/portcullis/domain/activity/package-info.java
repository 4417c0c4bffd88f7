/** Specifications of the package of the same name. */
@NullMarked
package io.portcullis.domain.activity;

import org.jspecify.annotations.NullMarked;
