package io.portcullis.domain.entity;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.IncompatibleAddressException;
import inet.ipaddr.ipv6.IPv6Address;
import org.jspecify.annotations.Nullable;

/**
 * How the {@code ip} of an activity is spelt, so that one address is one entity: IPv4 with four decimal numbers, IPv6 as
 * RFC 5952 recommends, and IPv4 within IPv6 ({@code ::ffff:192.0.2.1}, NAT64 and SIIT) as IPv4. Ports, brackets and zones tell nothing
 * of who is there, and are left out.
 */
public final class IpAddress {

    /** {@code [ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255%zone]:65535}, with a zone of some length. */
    private static final int LONGEST = 80;

    private static final int MOST_DIGITS_OF_A_PORT = 5;
    private static final int LAST_PORT = 65_535;
    private static final int NUMBERS = 4;
    private static final int LARGEST_NUMBER = 255;

    /** Nothing but addresses as everybody writes them: no wildcards, no ranges, no octal numbers, no names. */
    private static final IPAddressStringParameters STRICT = strict();

    private IpAddress() {}

    private static IPAddressStringParameters strict() {
        IPAddressStringParameters.Builder strict = new IPAddressStringParameters.Builder()
                .allowEmpty(false)
                .allowAll(false)
                .allowSingleSegment(false)
                .allowMask(false)
                .allowPrefix(false)
                .allowPrefixOnly(false)
                .allowWildcardedSeparator(false)
                .allow_inet_aton(false)
                .setRangeOptions(RangeParameters.NO_RANGE);
        strict.getIPv4AddressParametersBuilder().allowLeadingZeros(false);
        strict.getIPv6AddressParametersBuilder().allowZone(false);
        return strict.toParams();
    }

    /** The one spelling of the address; null where the text is no address. */
    public static @Nullable String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        String stripped = text.length() > LONGEST ? "" : text.strip();
        String address = stripped.startsWith("[") ? withoutBrackets(stripped) : withoutPort(stripped);
        return address == null || address.isEmpty() ? null : canonical(withoutZone(address));
    }

    /** Four decimal numbers without leading zeros: what most addresses are, told without a parser. */
    private static boolean isPlain(String text) {
        int numbers = 0;
        int at = 0;
        while (numbers < NUMBERS) {
            int start = at;
            int number = 0;
            while (at < text.length() && isDigit(text.charAt(at)) && number <= LARGEST_NUMBER) {
                number = 10 * number + text.charAt(at) - '0';
                at++;
            }
            boolean leadingZero = at - start > 1 && text.charAt(start) == '0';
            if (at == start || leadingZero || number > LARGEST_NUMBER) {
                return false;
            }
            numbers++;
            if (numbers < NUMBERS && (at == text.length() || text.charAt(at++) != '.')) {
                return false;
            }
        }
        return at == text.length();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static @Nullable String withoutBrackets(String text) {
        int end = text.indexOf(']');
        if (end < 0) {
            return null;
        }
        boolean alone = end == text.length() - 1;
        return alone || isPort(text, end + 1) ? text.substring(1, end) : null;
    }

    /** A colon behind numbers with dots: IPv6 may end in them, and never goes on. */
    private static String withoutPort(String text) {
        int colon = text.lastIndexOf(':');
        return colon >= 0 && colon > text.lastIndexOf('.') && text.indexOf('.') >= 0 && isPort(text, colon)
                ? text.substring(0, colon)
                : text;
    }

    private static boolean isPort(String text, int colon) {
        int digits = text.length() - colon - 1;
        if (text.charAt(colon) != ':' || digits < 1 || digits > MOST_DIGITS_OF_A_PORT) {
            return false;
        }
        int port = 0;
        for (int i = colon + 1; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
            port = 10 * port + text.charAt(i) - '0';
        }
        return port <= LAST_PORT;
    }

    /** Of IPv6 alone: {@code fe80::1%eth0} is {@code fe80::1}, on whichever wire. */
    private static String withoutZone(String address) {
        int zone = address.indexOf('%');
        return zone > 0 && zone < address.length() - 1 && address.lastIndexOf(':', zone) >= 0
                ? address.substring(0, zone)
                : address;
    }

    private static @Nullable String canonical(String text) {
        try {
            IPAddress address = new IPAddressString(text, STRICT).toAddress();
            if (address == null) {
                return null;
            }
            if (address.isIPv4()) {
                return address.toCanonicalString();
            }
            IPv6Address version6 = address.toIPv6();
            return version6.isIPv4Mapped() || version6.isWellKnownIPv4Translatable() || version6.isIPv4Translatable()
                    ? version6.getEmbeddedIPv4Address().toCanonicalString()
                    : version6.toCanonicalString();
        } catch (AddressStringException | IncompatibleAddressException e) {
            return null;
        }
    }
}
