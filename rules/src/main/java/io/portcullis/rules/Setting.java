package io.portcullis.rules;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.Network;
import io.portcullis.domain.entity.EntityKind;
import io.portcullis.rules.reference.AddressProfile;
import io.portcullis.rules.vocabulary.Background;
import io.portcullis.rules.vocabulary.ClientConduct;
import io.portcullis.rules.vocabulary.ClientProfile;
import io.portcullis.rules.vocabulary.EndpointProfile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An activity with what reference data know of it.
 *
 * @param standsFor the event that a request stands for; null for none
 * @param network as its producer says, completed by what is known of the address
 * @param listed the lists that its entities are on by their identifiers
 * @param ids of its entities, by the ordinal of their kind; null where it touches none
 */
record Setting(
        Activity activity,
        @Nullable Activity standsFor,
        EndpointProfile endpoint,
        ClientProfile client,
        ClientConduct conduct,
        AddressProfile address,
        @Nullable Network network,
        Background background,
        Map<EntityKind, Set<String>> listed,
        List<@Nullable String> ids) {

    @Nullable
    String id(EntityKind kind) {
        return ids.get(kind.ordinal());
    }

    /** Whether its entity of that kind is on a list of identifiers. */
    boolean isListed(EntityKind kind, String list) {
        return listed.getOrDefault(kind, Set.of()).contains(list);
    }
}
