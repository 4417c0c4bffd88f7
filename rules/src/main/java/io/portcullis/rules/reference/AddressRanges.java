package io.portcullis.rules.reference;

import inet.ipaddr.Address;
import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.IncompatibleAddressException;
import inet.ipaddr.format.util.AssociativeAddressTrie.AssociativeTrieNode;
import inet.ipaddr.ipv4.IPv4AddressAssociativeTrie;
import inet.ipaddr.ipv6.IPv6AddressAssociativeTrie;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ranges of addresses, each with names, in a trie. Once filled, safe for use by several threads. */
final class AddressRanges {

    /** {@code ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255} with its prefix. */
    private static final int LONGEST = 49;

    /** Bits of an IPv6 address before the IPv4 address that it holds. */
    private static final int BEFORE_VERSION_4 = 96;

    /** Nothing but addresses as everybody writes them: no wildcards, no octal numbers, no names. */
    private static final IPAddressStringParameters STRICT = new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowSingleSegment(false)
            .allowMask(false)
            .allowPrefixOnly(false)
            .allowWildcardedSeparator(false)
            .allow_inet_aton(false)
            .setRangeOptions(RangeParameters.NO_RANGE)
            .toParams();

    private final IPv4AddressAssociativeTrie<Set<String>> ofVersion4 = new IPv4AddressAssociativeTrie<>();
    private final IPv6AddressAssociativeTrie<Set<String>> ofVersion6 = new IPv6AddressAssociativeTrie<>();

    /** An address, or a range as {@code 192.0.2.0/24}; empty when the text is neither. */
    static Optional<IPAddress> range(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            IPAddress address = new IPAddressString(text, STRICT).toAddress();
            if (address == null || address.isIPv6() && address.toIPv6().hasZone()) {
                return Optional.empty();
            }
            Integer prefix = address.getNetworkPrefixLength();
            boolean mapped = address.isIPv6()
                    && address.toIPv6().isIPv4Mapped()
                    && (prefix == null || prefix >= BEFORE_VERSION_4);
            return Optional.of(mapped ? address.toIPv6().getEmbeddedIPv4Address() : address);
        } catch (AddressStringException | IncompatibleAddressException e) {
            return Optional.empty();
        }
    }

    /** A single address; empty when the text is none. */
    static Optional<IPAddress> address(@Nullable String text) {
        return text == null || text.indexOf('/') >= 0 ? Optional.empty() : range(text);
    }

    /** @return what is wrong with the range; empty when it was added */
    String add(String text, String name) {
        Optional<IPAddress> found = range(text);
        if (found.isEmpty()) {
            return "\"" + text + "\" is no address, and no range such as 192.0.2.0/24 or 2001:db8::/32";
        }
        IPAddress range = found.get();
        IPAddress whole = range.isPrefixed() ? range.toPrefixBlock() : range;
        if (range.isPrefixed() && !range.getLower().equals(whole.getLower())) {
            return "\"" + text + "\" begins within a range: did you mean " + whole.toCanonicalString() + "?";
        }
        if (whole.isIPv4()) {
            ofVersion4.remap(whole.toIPv4(), before -> with(before, name));
        } else {
            ofVersion6.remap(whole.toIPv6(), before -> with(before, name));
        }
        return "";
    }

    private static Set<String> with(@Nullable Set<String> before, String name) {
        return before == null ? Set.of(name) : union(before, Set.of(name));
    }

    /** The names of the ranges that the address lies in. */
    Set<String> find(IPAddress address) {
        return address.isIPv4()
                ? names(ofVersion4.longestPrefixMatchNode(address.toIPv4()))
                : names(ofVersion6.longestPrefixMatchNode(address.toIPv6()));
    }

    /** The ranges around a range are above it in the trie. */
    private static <E extends Address> Set<String> names(@Nullable AssociativeTrieNode<E, Set<String>> innermost) {
        Set<String> names = Set.of();
        for (AssociativeTrieNode<E, Set<String>> node = innermost; node != null; node = node.getParent()) {
            Set<String> more = node.isAdded() ? node.getValue() : null;
            if (more != null && !names.containsAll(more)) {
                names = names.isEmpty() ? more : union(names, more);
            }
        }
        return names;
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }
}
