@NullMarked
package io.portcullis.rules.vocabulary;

import org.jspecify.annotations.NullMarked;
