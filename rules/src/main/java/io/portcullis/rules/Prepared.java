package io.portcullis.rules;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.Network;
import io.portcullis.domain.entity.EntityKind;
import io.portcullis.rules.memory.Marks;
import io.portcullis.rules.memory.Observation;
import io.portcullis.rules.reference.AddressProfile;
import io.portcullis.rules.vocabulary.Background;
import io.portcullis.rules.vocabulary.ClientConduct;
import io.portcullis.rules.vocabulary.ClientProfile;
import io.portcullis.rules.vocabulary.EndpointProfile;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An activity with all that is known of it without memory. Made by {@link Engine#prepare}. */
public final class Prepared {

    private final Activity activity;
    private final EndpointProfile endpoint;
    private final ClientProfile client;
    private final ClientConduct conduct;
    private final AddressProfile address;
    private final @Nullable Network network;
    private final Background background;
    private final Map<EntityKind, Set<String>> listed;
    private final Observation observation;

    /**
     * @param network as its producer says, completed by what is known of the address
     * @param listed the lists that its entities are on by their identifiers
     */
    Prepared(
            Activity activity,
            EndpointProfile endpoint,
            ClientProfile client,
            ClientConduct conduct,
            AddressProfile address,
            @Nullable Network network,
            Background background,
            Map<EntityKind, Set<String>> listed,
            Observation observation) {
        this.activity = activity;
        this.endpoint = endpoint;
        this.client = client;
        this.conduct = conduct;
        this.address = address;
        this.network = network;
        this.background = background;
        this.listed = listed;
        this.observation = observation;
    }

    /** The same, counted elsewhere. */
    Prepared countedAt(Marks marks) {
        return new Prepared(
                activity,
                endpoint,
                client,
                conduct,
                address,
                network,
                background,
                listed,
                observation.countedAt(marks));
    }

    public Activity activity() {
        return activity;
    }

    EndpointProfile endpoint() {
        return endpoint;
    }

    ClientProfile client() {
        return client;
    }

    ClientConduct conduct() {
        return conduct;
    }

    AddressProfile address() {
        return address;
    }

    @Nullable
    Network network() {
        return network;
    }

    @Nullable
    String id(EntityKind kind) {
        return observation.id(kind);
    }

    Background background() {
        return background;
    }

    /** Whether its entity of that kind is on a list of identifiers. */
    boolean isListed(EntityKind kind, String list) {
        return listed.getOrDefault(kind, Set.of()).contains(list);
    }

    Observation observation() {
        return observation;
    }
}
