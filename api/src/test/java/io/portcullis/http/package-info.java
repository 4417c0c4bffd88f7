@NullMarked
package io.portcullis.http;

import org.jspecify.annotations.NullMarked;
