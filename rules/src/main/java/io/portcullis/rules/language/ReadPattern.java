package io.portcullis.rules.language;

import java.util.List;

/**
 * A pattern over a fact that has been read: which facts it is about, and when it holds.
 *
 * @param conditions how many things it compares or asks
 * @param numbers how many numbers it names; windows are texts
 */
record ReadPattern(
        FactType fact, Pattern pattern, List<Asked> asked, List<Mentioned> mentioned, int conditions, int numbers) {}
