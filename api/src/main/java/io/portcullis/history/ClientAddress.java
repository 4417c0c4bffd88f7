package io.portcullis.history;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
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
     * In its one spelling; null where the list names nobody: a host that was not there, or one that stays unknown.
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
        boolean hidden = false;
        int start = 0;
        while (start <= list.length()) {
            int end = endOfEntry(list, start);
            String entry = entry(list, start, end);
            String address = address(entry);
            if (address != null && !(hidden && isLast(list, end) && isOurs(address))) {
                return address;
            }
            hidden |= address == null && !isNothing(entry);
            start = end + 1;
        }
        return null;
    }

    private static boolean isLast(String list, int endOfEntry) {
        return endOfEntry == list.length() || isAbsent(list.substring(endOfEntry + 1));
    }

    /** Of a proxy on this side of the internet: behind clients that hide, all would look like one. */
    private static boolean isOurs(String address) {
        IPAddress parsed = new IPAddressString(address).getAddress();
        return parsed.isLocal() || parsed.isLoopback();
    }

    private static boolean isAbsent(String list) {
        int start = 0;
        while (start <= list.length()) {
            int end = endOfEntry(list, start);
            String entry = entry(list, start, end);
            if (!isNothing(entry) && !entry.equalsIgnoreCase("unknown")) {
                return false;
            }
            start = end + 1;
        }
        return true;
    }

    /** There was no such header. */
    private static boolean isNothing(String entry) {
        return entry.isEmpty() || entry.equals("-");
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
