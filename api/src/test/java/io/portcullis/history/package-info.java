@NullMarked
package io.portcullis.history;

import org.jspecify.annotations.NullMarked;
