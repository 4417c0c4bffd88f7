package io.portcullis.rules.memory;

import io.portcullis.domain.entity.EntityKind;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What the loaded rules ask of the entities, and so all that is remembered of them. Immutable. */
public final class Schema {

    private final Tallies tallies;
    private final List<KindSchema> kinds;

    public Schema(Map<EntityKind, ? extends Collection<Question>> questions) {
        TreeSet<String> asked = new TreeSet<>();
        questions.values().forEach(ofKind -> ofKind.forEach(question -> asked.add(question.tally())));
        asked.remove("");
        this.tallies = new Tallies(asked);
        this.kinds = Arrays.stream(EntityKind.values())
                .map(kind -> new KindSchema(
                        questions.containsKey(kind) ? questions.get(kind) : List.<Question>of(), tallies))
                .toList();
    }

    public Tallies tallies() {
        return tallies;
    }

    KindSchema of(EntityKind kind) {
        return kinds.get(kind.ordinal());
    }
}
