package io.portcullis.rules;

import io.portcullis.domain.entity.EntityKind;
import io.portcullis.rules.evaluation.Evaluator;
import io.portcullis.rules.memory.Recollection;
import io.portcullis.rules.vocabulary.Recall;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What rules say of an activity without a look at the memory: found ahead of the decision, on whatever thread prepares
 * it. Safe for use by several threads, each of which plays with a cast of its own.
 */
final class Prelude {

    private final Evaluator evaluator;
    /** One is enough: who finds none makes another. */
    private final AtomicReference<@Nullable Player> idle = new AtomicReference<>();

    Prelude(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Evaluator.Ahead of(Setting setting) {
        Player player = idle.getAndSet(null);
        if (player == null) {
            player = new Player();
        }
        Evaluator.Ahead ahead = evaluator.ahead(player.enter(setting));
        idle.set(player);
        return ahead;
    }

    /** A cast without a past. */
    private static final class Player {

        private final Stage stage = new Stage(this::withoutPast);
        private @Nullable Setting current;

        private Recall withoutPast(EntityKind kind) {
            return Recollection.ofNothing(kind, () -> current == null ? null : current.id(kind));
        }

        private io.portcullis.rules.vocabulary.Activity enter(Setting setting) {
            current = setting;
            return stage.enter(setting);
        }
    }
}
