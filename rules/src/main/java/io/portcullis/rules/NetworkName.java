package io.portcullis.rules;

import io.portcullis.domain.activity.Network;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Names the network of an activity: its autonomous system where the producer knows it, else the /24 or /48 that its
 * address lies in.
 */
final class NetworkName {

    private static final int GROUPS_OF_48_BITS = 3;

    private NetworkName() {}

    static @Nullable String of(@Nullable Network network, @Nullable String ip) {
        if (network != null && network.asn() != null) {
            String asn = network.asn().toUpperCase(Locale.ROOT);
            return asn.startsWith("AS") ? asn : "AS" + asn;
        }
        if (ip == null) {
            return null;
        }
        return ip.indexOf(':') >= 0 ? prefix48(ip) : prefix24(ip);
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

    /** An address that is written short within its first three groups stands for itself. */
    private static String prefix48(String ip) {
        int end = -1;
        for (int group = 0; group < GROUPS_OF_48_BITS; group++) {
            int start = end + 1;
            end = ip.indexOf(':', start);
            if (end <= start) {
                return ip;
            }
        }
        return ip.substring(0, end) + "::/48";
    }
}
