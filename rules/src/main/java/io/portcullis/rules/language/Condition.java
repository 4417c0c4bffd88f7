package io.portcullis.rules.language;

import java.util.List;

/**
 * A rule's pattern that has been read: which facts it is about, and when it holds.
 *
 */
record Condition(FactType fact, Pattern pattern, List<Asked> asked, List<Mentioned> mentioned) {}
