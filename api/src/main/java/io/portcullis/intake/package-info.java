/** The single writer: decides activities in the order of the log and answers once they are durable. */
@NullMarked
package io.portcullis.intake;

import org.jspecify.annotations.NullMarked;
