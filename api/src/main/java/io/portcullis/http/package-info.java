/** The public HTTP interface of the intake. Bodies are read and written as bytes: they are the hot path. */
@NullMarked
package io.portcullis.http;

import org.jspecify.annotations.NullMarked;
