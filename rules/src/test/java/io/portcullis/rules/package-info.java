/** Specifications of the engine. */
@NullMarked
package io.portcullis.rules;

import org.jspecify.annotations.NullMarked;
