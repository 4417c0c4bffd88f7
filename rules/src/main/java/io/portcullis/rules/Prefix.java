package io.portcullis.rules;

import org.jspecify.annotations.Nullable;

/** Names what the first groups of an IPv6 address have in common, by their value: {@code 2001:db8::/48}. */
final class Prefix {

    private static final int GROUPS = 8;
    private static final int BITS = 16;
    private static final int LARGEST = 0xffff;

    private Prefix() {}

    /**
     * @param ip in any spelling without dots
     * @param groups how many of the first, of 16 bits each
     * @return null where the text is no such address
     */
    static @Nullable String of(String ip, int groups) {
        int[] values = values(ip);
        if (values == null) {
            return null;
        }
        int end = groups;
        while (end > 0 && values[end - 1] == 0) {
            end--;
        }
        StringBuilder name = new StringBuilder(5 * groups + 6);
        for (int i = 0; i < end; i++) {
            name.append(i > 0 ? ":" : "").append(Integer.toHexString(values[i]));
        }
        return name.append("::/").append(BITS * groups).toString();
    }

    private static int @Nullable [] values(String ip) {
        int[] values = new int[GROUPS];
        int count = 0;
        int gap = -1;
        int at = 0;
        while (at < ip.length()) {
            if (ip.charAt(at) == ':') {
                boolean doubled = at + 1 < ip.length() && ip.charAt(at + 1) == ':';
                if (doubled && gap >= 0 || !doubled && (count == 0 || at + 1 == ip.length())) {
                    return null;
                }
                gap = doubled ? count : gap;
                at += doubled ? 2 : 1;
            }
            int start = at;
            int value = 0;
            while (at < ip.length() && ip.charAt(at) != ':') {
                int digit = Character.digit(ip.charAt(at++), 16);
                value = digit < 0 ? LARGEST + 1 : value << 4 | digit;
                if (value > LARGEST || count == GROUPS) {
                    return null;
                }
            }
            if (at > start) {
                values[count++] = value;
            }
        }
        return gap < 0 ? (count == GROUPS ? values : null) : spread(values, count, gap);
    }

    /** The groups behind the gap move to the end. */
    private static int @Nullable [] spread(int[] values, int count, int gap) {
        if (count == GROUPS) {
            return null;
        }
        int[] spread = new int[GROUPS];
        System.arraycopy(values, 0, spread, 0, gap);
        System.arraycopy(values, gap, spread, GROUPS - count + gap, count - gap);
        return spread;
    }
}
