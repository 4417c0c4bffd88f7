package io.portcullis.bench;

import io.portcullis.domain.entity.EntityKind;
import io.portcullis.rules.Dissection;
import io.portcullis.rules.RuleSet;
import io.portcullis.rules.evaluation.Evaluator;
import io.portcullis.rules.vocabulary.Activity;
import io.portcullis.rules.vocabulary.Cast;
import io.portcullis.rules.vocabulary.Client;
import io.portcullis.rules.vocabulary.Endpoint;
import io.portcullis.rules.vocabulary.Entity;
import io.portcullis.rules.vocabulary.Network;
import io.portcullis.rules.vocabulary.Recall;
import java.util.function.Function;

/**
 * Rules without the engine around them: nothing is remembered. It answers as the engine does, so that the compiler finds
 * the same code behind a question in both.
 */
final class BareRules {

    private final Evaluator evaluator;
    private final Cast cast;

    BareRules(RuleSet rules) {
        this.evaluator = Dissection.bare(rules);
        Function<EntityKind, Recall> nothing = Dissection.amnesia(rules);
        this.cast = new Cast(
                new Entity(nothing.apply(EntityKind.USER)),
                new Entity(nothing.apply(EntityKind.ACCOUNT)),
                new Entity(nothing.apply(EntityKind.ORGANIZATION)),
                new Entity(nothing.apply(EntityKind.DEVICE)),
                new Entity(nothing.apply(EntityKind.IP)),
                new Entity(nothing.apply(EntityKind.API_KEY)),
                new Entity(nothing.apply(EntityKind.TOKEN)),
                new Entity(nothing.apply(EntityKind.SESSION)),
                new Entity(nothing.apply(EntityKind.CARD)),
                new Network(nothing.apply(EntityKind.NETWORK)),
                new Client(nothing.apply(EntityKind.CLIENT)),
                new Endpoint(nothing.apply(EntityKind.ENDPOINT)),
                Dissection.means(rules),
                evaluator.marking());
    }

    Cast cast() {
        return cast;
    }

    /** How many rules fired. */
    int evaluate(Activity fact) {
        evaluator.turnTo(fact, null);
        return evaluator.fire().size();
    }
}
