@NullMarked
package io.portcullis.replay;

import org.jspecify.annotations.NullMarked;
