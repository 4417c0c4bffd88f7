/** Reads a customer's OpenAPI file, and guesses what its endpoints are for. */
@NullMarked
package io.portcullis.openapi;

import org.jspecify.annotations.NullMarked;
