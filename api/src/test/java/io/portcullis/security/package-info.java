@NullMarked
package io.portcullis.security;

import org.jspecify.annotations.NullMarked;
