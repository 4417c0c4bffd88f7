package io.portcullis.rules;

import io.portcullis.domain.entity.EntityKind;
import io.portcullis.rules.evaluation.PlainTallies;
import io.portcullis.rules.memory.Recollection;
import io.portcullis.rules.vocabulary.Recall;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * What rules count an activity under without a look at the memory: found ahead of the decision, on whatever thread
 * prepares it. Safe for use by several threads, each of which plays with a cast of its own.
 */
final class Prelude implements AutoCloseable {

    private final RuleSet rules;
    /** The one that played last is asked first: it is still in the processor's cache. */
    private final Deque<Player> idle = new ConcurrentLinkedDeque<>();

    private volatile boolean closed;

    Prelude(RuleSet rules) {
        this.rules = rules;
    }

    /** The tallies; empty when no rule counts it. */
    List<String> tallies(Prepared prepared) {
        if (!rules.compiled().hasPlainTallies()) {
            return List.of();
        }
        Player player = idle.poll();
        if (player == null) {
            player = new Player(rules);
        }
        try {
            // a copy: once the player is back among the idle, its list is another thread's
            return List.copyOf(player.tallies(prepared));
        } finally {
            idle.push(player);
            if (closed) {
                close();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Player player = idle.poll(); player != null; player = idle.poll()) {
            player.close();
        }
    }

    /** A cast without a past, and rules to see it. */
    private static final class Player implements AutoCloseable {

        private final PlainTallies rules;
        private final Stage stage;
        private @Nullable Prepared current;

        private Player(RuleSet rules) {
            this.rules = new PlainTallies(rules.compiled());
            this.stage = new Stage(this::withoutPast);
        }

        private Recall withoutPast(EntityKind kind) {
            return Recollection.ofNothing(kind, () -> current == null ? null : current.id(kind));
        }

        private List<String> tallies(Prepared prepared) {
            current = prepared;
            return rules.of(stage.enter(prepared));
        }

        @Override
        public void close() {
            rules.close();
        }
    }
}
