package io.portcullis.history;

import io.portcullis.domain.activity.InvalidActivity;
import io.portcullis.domain.entity.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * The client among those who passed a request on: the first address of a forwarded list, such as
 * {@code 203.0.113.7, 10.0.0.2}. A single address is a list of one.
 */
final class ClientAddress {

    /** Of what is no address, as much as a message shows. */
    private static final int SHOWN = 60;

    private ClientAddress() {}

    /**
     * In its one spelling; null where the list names nobody.
     *
     * @throws InvalidActivity when it names what is no address: that must never become an entity
     */
    static @Nullable String of(String list) throws InvalidActivity {
        String client = find(list);
        if (client == null && !isAbsent(list)) {
            throw none(list);
        }
        return client;
    }

    /** The first entry that is an address; null when none is. */
    static @Nullable String find(String list) {
        int start = 0;
        while (start <= list.length()) {
            int end = endOfEntry(list, start);
            String address = address(entry(list, start, end));
            if (address != null) {
                return address;
            }
            start = end + 1;
        }
        return null;
    }

    private static boolean isAbsent(String list) {
        int start = 0;
        while (start <= list.length()) {
            int end = endOfEntry(list, start);
            String entry = entry(list, start, end);
            if (!entry.isEmpty() && !entry.equals("-") && !entry.equalsIgnoreCase("unknown")) {
                return false;
            }
            start = end + 1;
        }
        return true;
    }

    private static int endOfEntry(String list, int start) {
        int comma = list.indexOf(',', start);
        return comma < 0 ? list.length() : comma;
    }

    /** Without blanks, and without quotes, which stand around entries or around the list. */
    private static String entry(String list, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isAround(list.charAt(from))) {
            from++;
        }
        while (to > from && isAround(list.charAt(to - 1))) {
            to--;
        }
        return list.substring(from, to);
    }

    private static boolean isAround(char character) {
        return character == ' ' || character == '\t' || character == '"';
    }

    /** Most names are told from addresses by their first letter, before anything is parsed. */
    private static @Nullable String address(String entry) {
        boolean may =
                !entry.isEmpty() && (Character.digit(entry.charAt(0), 16) >= 0 || "[:".indexOf(entry.charAt(0)) >= 0);
        return may ? IpAddress.of(entry) : null;
    }

    private static InvalidActivity none(String list) {
        String shown = list.length() > SHOWN ? list.substring(0, SHOWN) + "..." : list;
        return new InvalidActivity("ip", "must be the client's address, not " + shown);
    }
}
