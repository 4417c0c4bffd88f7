@NullMarked
package io.portcullis.domain.spelling;

import org.jspecify.annotations.NullMarked;
