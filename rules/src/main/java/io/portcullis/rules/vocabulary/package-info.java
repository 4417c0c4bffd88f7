/** What a rule can say: the facts, their entities, and the calls of a consequence. Public because compiled rules call it. */
@NullMarked
package io.portcullis.rules.vocabulary;

import org.jspecify.annotations.NullMarked;
