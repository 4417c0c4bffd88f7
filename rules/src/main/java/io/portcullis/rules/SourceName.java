package io.portcullis.rules;

/**
 * Names the source that an address stands for, which is what the memory remembers and counts: an IPv4 address is its own,
 * of IPv6 it is the /64.
 *
 * <p>A line gets a /64 of IPv6 at least, and whoever is behind it can take any of its addresses for every request, as
 * phones do of themselves. So the memory of an {@code ip}, its peers, and what {@code distinct("ip", …)} counts are by
 * the /64: one rotating phone is one source, and so is one household, as it is
 * behind the one IPv4 address of its router. Decisions, evidence and views go on to name the address itself, and lists
 * of addresses are looked up by it. A whole /48 is the {@code network}.
 */
final class SourceName {

    private static final int GROUPS_OF_64_BITS = 4;

    private SourceName() {}

    /** The text itself where it is no address of version 6. */
    static String of(String ip) {
        String prefix = ip.indexOf(':') < 0 ? null : Prefix.of(ip, GROUPS_OF_64_BITS);
        return prefix == null ? ip : prefix;
    }
}
