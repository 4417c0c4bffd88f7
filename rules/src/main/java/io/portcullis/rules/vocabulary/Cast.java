package io.portcullis.rules.vocabulary;

/**
 * The twelve entities of an activity, and what the rule set gives it to answer with. An engine has one cast, which turns to each
 * activity in its turn.
 */
public record Cast(
        Entity user,
        Entity account,
        Entity organization,
        Entity device,
        Entity ip,
        Entity apiKey,
        Entity token,
        Entity session,
        Entity card,
        Network network,
        Client client,
        Endpoint endpoint,
        Means means,
        Marking marking) {}
