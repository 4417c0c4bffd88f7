package io.portcullis.rules.reference;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.IncompatibleAddressException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ranges of addresses, each with names. Safe for use by several threads. */
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

    private final PrefixTable ofVersion4;
    private final PrefixTable ofVersion6;

    private AddressRanges(PrefixTable ofVersion4, PrefixTable ofVersion6) {
        this.ofVersion4 = ofVersion4;
        this.ofVersion6 = ofVersion6;
    }

    static AddressRanges none() {
        return new Builder().build();
    }

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

    /** The names of the ranges that the address lies in. */
    Set<String> find(IPAddress address) {
        return address.isIPv4() ? ofVersion4.find(high(address), 0) : ofVersion6.find(high(address), low(address));
    }

    /** Of a range, where it begins. */
    private static long high(IPAddress address) {
        return address.isIPv4()
                ? (long) address.toIPv4().intValue() << Integer.SIZE
                : ByteBuffer.wrap(address.getBytes()).getLong();
    }

    private static long low(IPAddress address) {
        return address.isIPv4() ? 0 : ByteBuffer.wrap(address.getBytes()).getLong(Long.BYTES);
    }

    /** Collects ranges. */
    static final class Builder {

        private final PrefixTable.Builder ofVersion4 = new PrefixTable.Builder();
        private final PrefixTable.Builder ofVersion6 = new PrefixTable.Builder();

        /** @return what is wrong with the range; empty when it was added */
        String add(String text, String name) {
            Optional<IPAddress> found = range(text);
            if (found.isEmpty()) {
                return "\"" + text + "\" is no address, and no range such as 192.0.2.0/24 or 2001:db8::/32";
            }
            IPAddress range = found.get();
            Integer prefix = range.getNetworkPrefixLength();
            int length = prefix == null ? range.getBitCount() : prefix;
            long high = high(range);
            long low = low(range);
            if (!PrefixTable.endsAt(length, high, low)) {
                return "\"" + text + "\" begins within a range: did you mean "
                        + range.toPrefixBlock().toCanonicalString() + "?";
            }
            (range.isIPv4() ? ofVersion4 : ofVersion6).add(high, low, length, name);
            return "";
        }

        AddressRanges build() {
            return new AddressRanges(ofVersion4.build(), ofVersion6.build());
        }
    }
}
