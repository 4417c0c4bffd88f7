@NullMarked
package io.portcullis.scenarios;

import org.jspecify.annotations.NullMarked;
