package io.portcullis.rules.memory;

import io.portcullis.domain.entity.EntityKind;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** What the loaded rules ask of the entities, and so all that is remembered of them. Immutable. */
public final class Schema {

    private final List<KindSchema> kinds;

    public Schema(Map<EntityKind, ? extends Collection<Question>> questions) {
        this.kinds = Arrays.stream(EntityKind.values())
                .map(kind -> new KindSchema(questions.containsKey(kind) ? questions.get(kind) : List.<Question>of()))
                .toList();
    }

    /** Where an activity of those tallies counts, their parts included: {@code login.failed} is also {@code login}. */
    public Marks marks(Collection<String> tallies) {
        Set<String> named = new HashSet<>();
        for (String tally : tallies) {
            for (int end = tally.length(); end > 0; end = tally.lastIndexOf('.', end - 1)) {
                named.add(tally.substring(0, end));
            }
        }
        return new Marks(kinds.stream().map(kind -> kind.tallied(named)).toArray(Selection[]::new));
    }

    /** Where the answer to a question lies; empty when no slot of its own answers it. */
    public OptionalInt slot(EntityKind kind, Question question) {
        Integer slot = of(kind).answers().get(question);
        return slot == null ? OptionalInt.empty() : OptionalInt.of(slot);
    }

    KindSchema of(EntityKind kind) {
        return kinds.get(kind.ordinal());
    }
}
