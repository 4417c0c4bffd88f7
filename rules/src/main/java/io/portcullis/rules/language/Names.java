package io.portcullis.rules.language;

import io.portcullis.rules.reference.Lists;
import io.portcullis.rules.vocabulary.Patterns;
import java.util.SortedSet;

/**
 * What a rule can name.
 *
 * @param marks that rules set
 * @param patterns the regular expressions of all rules
 */
record Names(TallyNames tallies, Lists lists, SortedSet<String> marks, Patterns.Builder patterns) {}
