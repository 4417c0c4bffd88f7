package io.portcullis.rules.reference;

import io.portcullis.domain.activity.Network;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an address.
 *
 * @param readable whether it is an address at all
 * @param lists that it is on
 * @param crawlers that come from it
 * @param network as far as lists and geographic databases know it; null where they know nothing
 * @param location null when it is not known
 */
public record AddressProfile(
        boolean readable,
        Set<String> lists,
        Set<String> crawlers,
        @Nullable Network network,
        @Nullable Location location) {

    static final AddressProfile NONE = new AddressProfile(false, Set.of(), Set.of(), null, null);

    /** One of those that nothing is known of. */
    static final AddressProfile PLAIN = new AddressProfile(true, Set.of(), Set.of(), null, null);

    /** The network of an activity: what its producer says, completed by what is known of the address. */
    public @Nullable Network complete(@Nullable Network given) {
        if (network == null || given == null) {
            return given == null ? network : given;
        }
        if (given.country() != null && given.asn() != null && given.kind() != null) {
            return given;
        }
        return new Network(
                given.country() == null ? network.country() : given.country(),
                given.asn() == null ? network.asn() : given.asn(),
                given.kind() == null ? network.kind() : given.kind());
    }
}
