package io.portcullis.rules;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.Network;
import io.portcullis.domain.entity.EntityKind;
import io.portcullis.domain.entity.EntityRef;
import io.portcullis.rules.vocabulary.ApiRequest;
import io.portcullis.rules.vocabulary.Background;
import io.portcullis.rules.vocabulary.Cast;
import io.portcullis.rules.vocabulary.Client;
import io.portcullis.rules.vocabulary.Endpoint;
import io.portcullis.rules.vocabulary.Entity;
import io.portcullis.rules.vocabulary.Login;
import io.portcullis.rules.vocabulary.Marking;
import io.portcullis.rules.vocabulary.Means;
import io.portcullis.rules.vocabulary.Payment;
import io.portcullis.rules.vocabulary.Recall;
import io.portcullis.rules.vocabulary.Signup;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Dresses an activity as the fact that rules see: the one cast of entities turns to it. */
final class Stage {

    private final List<Recall> recalls = new ArrayList<>();
    private final List<Entity> entities = new ArrayList<>();
    private final Cast cast;

    private @Nullable Setting current;

    /**
     * @param memory what each kind of entity answers with
     * @param means what the rule set gives facts to answer with
     * @param marking which marks the activity carries
     */
    Stage(Function<EntityKind, ? extends Recall> memory, Means means, Marking marking) {
        for (EntityKind kind : EntityKind.values()) {
            Recall recall = memory.apply(kind);
            recalls.add(recall);
            entities.add(dressed(kind, recall));
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
                (io.portcullis.rules.vocabulary.Network) entity(EntityKind.NETWORK),
                (Client) entity(EntityKind.CLIENT),
                (Endpoint) entity(EntityKind.ENDPOINT),
                means,
                marking);
    }

    private Entity dressed(EntityKind kind, Recall recall) {
        return switch (kind) {
            case NETWORK ->
                new io.portcullis.rules.vocabulary.Network(
                        recall, list -> current().isListed(kind, list));
            case ENDPOINT -> new Endpoint(recall, list -> current().isListed(kind, list));
            case CLIENT ->
                new Client(
                        recall,
                        list -> current().client().lists().contains(list)
                                || current().isListed(kind, list));
            case IP -> new Entity(recall, list -> current().address().lists().contains(list));
            default -> new Entity(recall, list -> current().isListed(kind, list));
        };
    }

    private Setting current() {
        return Objects.requireNonNull(current, "the stage is empty");
    }

    /** As a rule sees the entity of that kind. */
    Entity entity(EntityKind kind) {
        return entities.get(kind.ordinal());
    }

    private Recall recall(EntityKind kind) {
        return recalls.get(kind.ordinal());
    }

    /** The fact of an activity; its entities answer with what is remembered of them then. */
    io.portcullis.rules.vocabulary.Activity enter(Setting setting) {
        current = setting;
        Activity activity = setting.activity();
        Network network = setting.network();
        cast.network()
                .describe(
                        network == null || network.country() == null ? "" : network.country(),
                        network == null || network.kind() == null ? "" : network.kind());
        cast.client().describe(setting.client(), setting.conduct());
        cast.endpoint().describe(setting.endpoint());
        return fact(activity, setting.background());
    }

    /** The fact of the event that the activity on stage stands for; null where it stands for none. */
    io.portcullis.rules.vocabulary.@Nullable Activity standsFor() {
        Activity event = current().standsFor();
        return event == null ? null : fact(event, current().background().inferred());
    }

    private io.portcullis.rules.vocabulary.Activity fact(Activity activity, Background background) {
        if (activity instanceof io.portcullis.domain.activity.ApiRequest request) {
            return new ApiRequest(request, cast, background);
        } else if (activity instanceof io.portcullis.domain.activity.Login login) {
            return new Login(login, cast, background);
        } else if (activity instanceof io.portcullis.domain.activity.Signup signup) {
            return new Signup(signup, cast, background);
        } else {
            return new Payment((io.portcullis.domain.activity.Payment) activity, cast, background);
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
