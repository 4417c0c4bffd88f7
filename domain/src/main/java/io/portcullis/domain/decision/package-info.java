/** What to do about an activity: action, score, and the reasons with the numbers that the rules saw. */
@NullMarked
package io.portcullis.domain.decision;

import org.jspecify.annotations.NullMarked;
