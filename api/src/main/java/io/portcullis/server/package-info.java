/** The server: everything wired together, by hand where Axon is concerned. */
@NullMarked
package io.portcullis.server;

import org.jspecify.annotations.NullMarked;
