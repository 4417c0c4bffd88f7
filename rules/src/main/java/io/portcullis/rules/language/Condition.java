package io.portcullis.rules.language;

import java.util.List;

/**
 * A rule's pattern that has been read: which facts it is about, and when it holds.
 *
 * @param drl the pattern written anew, in one line, from nothing but what was understood
 */
record Condition(FactType fact, String drl, List<Asked> asked, List<Mentioned> mentioned) {}
