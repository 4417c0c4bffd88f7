/** The command line: one class a command. Offline commands start no server and no Spring. */
@NullMarked
package io.portcullis.cli;

import org.jspecify.annotations.NullMarked;
