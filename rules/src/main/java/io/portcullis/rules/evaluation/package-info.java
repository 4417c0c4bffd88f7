/** Compiles rules with Drools and evaluates what it compiled on one fact at a time. */
@NullMarked
package io.portcullis.rules.evaluation;

import org.jspecify.annotations.NullMarked;
