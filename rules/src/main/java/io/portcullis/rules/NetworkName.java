package io.portcullis.rules;

import io.portcullis.domain.activity.Network;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Names the network of an activity: its autonomous system where the producer knows it, else the /24 or /48 that its
 * address lies in, which has one name however the address is spelt.
 */
final class NetworkName {

    private static final int GROUPS_OF_48_BITS = 3;

    private NetworkName() {}

    static @Nullable String of(@Nullable Network network, @Nullable String ip) {
        String system = network == null || network.asn() == null ? null : system(network.asn());
        if (system != null || ip == null) {
            return system;
        }
        return ip.indexOf(':') >= 0 ? Prefix.of(ip, GROUPS_OF_48_BITS) : prefix24(ip);
    }

    /** {@code AS64500} for {@code as64500}, {@code 64500} and {@code AS64500 Example Net}; null for none, and for 0. */
    private static @Nullable String system(String asn) {
        String text = asn.strip().toUpperCase(Locale.ROOT);
        String number = text.startsWith("AS") ? text.substring(2).strip() : text;
        int end = 0;
        int start = 0;
        while (end < number.length() && number.charAt(end) >= '0' && number.charAt(end) <= '9') {
            end++;
            start = number.charAt(start) == '0' ? end : start;
        }
        if (end < number.length() && number.charAt(end) != ' ') {
            return "AS" + number;
        }
        return start == end ? null : "AS" + number.substring(start, end);
    }

    private static @Nullable String prefix24(String ip) {
        int dots = 0;
        for (int i = 0; i < ip.length(); i++) {
            char c = ip.charAt(i);
            if (c == '.') {
                dots++;
            } else if (c < '0' || c > '9') {
                return null;
            }
        }
        return dots == 3 ? ip.substring(0, ip.lastIndexOf('.')) + ".0/24" : null;
    }
}
