package io.portcullis.rules.language;

import io.portcullis.domain.entity.EntityKind;
import io.portcullis.rules.memory.Question;

/** A question of a rule, and the kind of entity that it puts it to. */
public record Asked(EntityKind kind, Question question) {}
