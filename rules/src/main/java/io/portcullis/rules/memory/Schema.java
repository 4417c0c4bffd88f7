package io.portcullis.rules.memory;

import io.portcullis.domain.entity.EntityKind;
import io.portcullis.rules.memory.Question.Function;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the loaded rules ask of the entities, and so all that is remembered of them. Immutable. */
public final class Schema {

    private final List<KindSchema> kinds;
    private final List<String> attributes;
    private final Set<String> subjects;

    public Schema(Map<EntityKind, ? extends Collection<Question>> questions) {
        this.subjects = questions.values().stream()
                .flatMap(Collection::stream)
                .map(Question::subject)
                .collect(Collectors.toUnmodifiableSet());
        this.attributes = subjects.stream()
                .filter(subject -> subject.startsWith(Dimension.ATTRIBUTE))
                .map(subject -> subject.substring(Dimension.ATTRIBUTE.length()))
                .sorted()
                .toList();
        List<Question> ofPeers = new ArrayList<>();
        questions.forEach((kind, asked) -> asked.stream()
                .filter(Schema::isOwnUse)
                .map(question -> ofPeers(kind, question))
                .forEach(ofPeers::add));
        this.kinds = Arrays.stream(EntityKind.values())
                .map(kind -> {
                    List<Question> asked = new ArrayList<>(kind == EntityKind.ENDPOINT ? ofPeers : List.of());
                    asked.addAll(questions.containsKey(kind) ? questions.get(kind) : List.<Question>of());
                    return new KindSchema(asked, attributes);
                })
                .toList();
    }

    /** To compare an entity with its peers takes a slot of the entity, for its own use, */
    private static boolean isOwnUse(Question question) {
        return question.function() == Function.PEERS && question.subject().isEmpty();
    }

    /** and one of the endpoint, for that of all. */
    private static Question ofPeers(EntityKind kind, Question ownUse) {
        return new Question(Function.PEERS, kind.label(), ownUse.tally(), ownUse.window());
    }

    /** By the slots of the kind: for those of its own use of endpoints, that of its peers; else null. */
    @Nullable
    Peers[] peers(EntityKind kind) {
        Slot[] endpoints = of(EntityKind.ENDPOINT).slots();
        @Nullable Peers[] peers = new Peers[of(kind).slots().length];
        of(kind).answers().forEach((question, slot) -> {
            if (isOwnUse(question)) {
                peers[slot] = (Peers) endpoints[
                        slot(EntityKind.ENDPOINT, ofPeers(kind, question)).orElseThrow()];
            }
        });
        return peers;
    }

    /** The producer's attributes that rules count: the hash of each comes behind those of {@link Dimension}. */
    public List<String> attributes() {
        return attributes;
    }

    /** Whether any rule counts that dimension. */
    public boolean counts(String dimension) {
        return subjects.contains(dimension);
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
