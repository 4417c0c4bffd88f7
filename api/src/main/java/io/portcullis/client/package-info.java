/** A client of a running server, for sending it history. */
@NullMarked
package io.portcullis.client;

import org.jspecify.annotations.NullMarked;
