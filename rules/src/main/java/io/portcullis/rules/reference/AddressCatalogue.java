package io.portcullis.rules.reference;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import inet.ipaddr.IPAddress;
import io.portcullis.domain.activity.Network;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what lists, crawlers and geographic databases know of an address. Safe for use by several threads. */
public final class AddressCatalogue {

    private static final int CACHED = 50_000;

    /** The lists that tell the kind of a network, in the order in which they do. */
    private static final List<String> KINDS = List.of("tor", "vpn", "datacenter");

    private final AddressRanges lists;
    private final AddressRanges crawlers;
    private final GeoDatabases databases;
    // Tidied by whoever fills it: to wake another thread for it costs more.
    private final Cache<String, AddressProfile> byAddress =
            Caffeine.newBuilder().maximumSize(CACHED).executor(Runnable::run).build();

    AddressCatalogue(AddressRanges lists, AddressRanges crawlers, GeoDatabases databases) {
        this.lists = lists;
        this.crawlers = crawlers;
        this.databases = databases;
    }

    public AddressProfile find(@Nullable String ip) {
        return ip == null ? AddressProfile.NONE : byAddress.get(ip, this::read);
    }

    private AddressProfile read(String ip) {
        Optional<IPAddress> found = AddressRanges.address(ip);
        if (found.isEmpty()) {
            return AddressProfile.NONE;
        }
        IPAddress address = found.get();
        Set<String> listed = lists.find(address);
        Set<String> crawling = crawlers.find(address);
        GeoDatabases.Entry geo = databases.find(address);
        String kind = KINDS.stream().filter(listed::contains).findFirst().orElse(null);
        Network network = kind == null && geo.country() == null && geo.asn() == null
                ? null
                : new Network(geo.country(), geo.asn(), kind);
        boolean plain = listed.isEmpty() && crawling.isEmpty() && network == null && geo.location() == null;
        return plain ? AddressProfile.PLAIN : new AddressProfile(true, listed, crawling, network, geo.location());
    }
}
