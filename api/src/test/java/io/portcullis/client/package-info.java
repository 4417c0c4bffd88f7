@NullMarked
package io.portcullis.client;

import org.jspecify.annotations.NullMarked;
