/** History in files: NDJSON activities and access logs in the combined format, read line by line into activities. */
@NullMarked
package io.portcullis.history;

import org.jspecify.annotations.NullMarked;
