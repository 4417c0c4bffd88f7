package io.portcullis.rules;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.Network;
import io.portcullis.domain.entity.EntityKind;
import io.portcullis.domain.entity.EntityRef;
import io.portcullis.rules.memory.Memory;
import io.portcullis.rules.vocabulary.ApiRequest;
import io.portcullis.rules.vocabulary.Cast;
import io.portcullis.rules.vocabulary.Client;
import io.portcullis.rules.vocabulary.Endpoint;
import io.portcullis.rules.vocabulary.Entity;
import io.portcullis.rules.vocabulary.Login;
import io.portcullis.rules.vocabulary.Payment;
import io.portcullis.rules.vocabulary.Recall;
import io.portcullis.rules.vocabulary.Signup;
import java.util.ArrayList;
import java.util.List;

/** Dresses an activity as the fact that rules see: the one cast of entities turns to it. */
final class Stage {

    private final List<Recall> recalls = new ArrayList<>();
    private final Cast cast;

    Stage(Memory memory) {
        for (EntityKind kind : EntityKind.values()) {
            recalls.add(memory.recollection(kind));
        }
        this.cast = new Cast(
                entity(EntityKind.USER),
                entity(EntityKind.ACCOUNT),
                entity(EntityKind.ORGANIZATION),
                entity(EntityKind.DEVICE),
                entity(EntityKind.IP),
                entity(EntityKind.API_KEY),
                entity(EntityKind.TOKEN),
                entity(EntityKind.SESSION),
                entity(EntityKind.CARD),
                new io.portcullis.rules.vocabulary.Network(recall(EntityKind.NETWORK)),
                new Client(recall(EntityKind.CLIENT)),
                new Endpoint(recall(EntityKind.ENDPOINT)));
    }

    private Entity entity(EntityKind kind) {
        return new Entity(recall(kind));
    }

    Recall recall(EntityKind kind) {
        return recalls.get(kind.ordinal());
    }

    /** The fact of an activity that the memory has just observed. */
    io.portcullis.rules.vocabulary.Activity enter(Prepared prepared) {
        Activity activity = prepared.activity();
        Network network = activity.envelope().network();
        cast.network()
                .describe(
                        network == null || network.country() == null ? "" : network.country(),
                        network == null || network.kind() == null ? "" : network.kind());
        cast.client().describe(prepared.client());
        cast.endpoint().describe(prepared.endpoint());
        if (activity instanceof io.portcullis.domain.activity.ApiRequest request) {
            return new ApiRequest(request, cast);
        } else if (activity instanceof io.portcullis.domain.activity.Login login) {
            return new Login(login, cast);
        } else if (activity instanceof io.portcullis.domain.activity.Signup signup) {
            return new Signup(signup, cast);
        } else {
            return new Payment((io.portcullis.domain.activity.Payment) activity, cast);
        }
    }

    /** Whom a rule accuses: the entity of that kind or, where the activity names none, the first that it does name. */
    EntityRef accused(EntityKind kind) {
        String id = recall(kind).id();
        if (id != null) {
            return new EntityRef(kind, id);
        }
        for (EntityKind other : EntityKind.values()) {
            String otherId = recall(other).id();
            if (otherId != null) {
                return new EntityRef(other, otherId);
            }
        }
        throw new IllegalStateException("an activity without entities");
    }
}
