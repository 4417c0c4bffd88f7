package io.portcullis.bench;

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

/** Rules as Drools alone runs them: nothing is remembered, so every question is answered with zero. */
final class BareRules implements AutoCloseable {

    private final Evaluator evaluator;
    private final Cast cast;

    BareRules(RuleSet rules) {
        this.evaluator = Dissection.bare(rules);
        Recall nothing = new Forgetful();
        Entity entity = new Entity(nothing);
        this.cast = new Cast(
                entity,
                entity,
                entity,
                entity,
                entity,
                entity,
                entity,
                entity,
                entity,
                new Network(nothing),
                new Client(nothing),
                new Endpoint(nothing));
    }

    Cast cast() {
        return cast;
    }

    /** How many rules fired. */
    int evaluate(Activity fact) {
        return evaluator.signals(fact).size();
    }

    @Override
    public void close() {
        evaluator.close();
    }
}
