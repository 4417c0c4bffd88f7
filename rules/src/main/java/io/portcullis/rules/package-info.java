/**
 * The engine: folds activities through the memory of their entities and the rules of analysts into decisions. No
 * framework: it runs in a plain {@code main()}.
 */
@NullMarked
package io.portcullis.rules;

import org.jspecify.annotations.NullMarked;
