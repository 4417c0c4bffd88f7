/** Reads analysts' DRL, refuses what a rule may not say, and finds out what it asks. */
@NullMarked
package io.portcullis.rules.language;

import org.jspecify.annotations.NullMarked;
