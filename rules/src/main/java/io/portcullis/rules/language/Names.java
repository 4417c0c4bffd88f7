package io.portcullis.rules.language;

import io.portcullis.rules.reference.Lists;

/** What a rule can name in its questions. */
record Names(TallyNames tallies, Lists lists) {}
