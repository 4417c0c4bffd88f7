/** What a rule can say: the facts and their entities. Public because compiled conditions call them. */
@NullMarked
package io.portcullis.rules.vocabulary;

import org.jspecify.annotations.NullMarked;
