package io.portcullis.rules.reference;

import com.maxmind.db.Reader;
import inet.ipaddr.IPAddress;
import io.portcullis.rules.Diagnostic;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Databases in MaxMind's format, of countries, cities or autonomous systems, whoever made them. Where several know
 * something of an address, the first does, by the names of their files. They are held in memory, so that a file that is
 * exchanged while we run changes nothing.
 */
final class GeoDatabases {

    static final GeoDatabases NONE = new GeoDatabases(List.of());

    private static final double MOST_NORTH = 90;
    private static final double MOST_EAST = 180;

    private final List<Reader> readers;

    /** What is known of an address; null where it is not. */
    record Entry(
            @Nullable String country,
            @Nullable String asn,
            @Nullable Location location) {

        static final Entry NONE = new Entry(null, null, null);

        Entry or(Entry other) {
            return new Entry(
                    country == null ? other.country : country,
                    asn == null ? other.asn : asn,
                    location == null ? other.location : location);
        }
    }

    private GeoDatabases(List<Reader> readers) {
        this.readers = readers;
    }

    /** @param files by their path; one that is none of these databases goes to {@code report} */
    static GeoDatabases of(SortedMap<String, byte[]> files, Consumer<Diagnostic> report) {
        List<Reader> readers = new ArrayList<>();
        files.forEach((path, bytes) -> {
            try {
                Reader reader = new Reader(new ByteArrayInputStream(bytes));
                reader.get(InetAddress.getByAddress(new byte[4]), Map.class);
                readers.add(reader);
            } catch (IOException | RuntimeException e) {
                report.accept(new Diagnostic(path, 1, 1, "no database in MaxMind's format: " + e.getMessage()));
            }
        });
        return new GeoDatabases(List.copyOf(readers));
    }

    Entry find(IPAddress ip) {
        Entry entry = Entry.NONE;
        if (readers.isEmpty()) {
            return entry;
        }
        InetAddress address = ip.toInetAddress();
        for (Reader reader : readers) {
            entry = entry.or(read(reader, address));
        }
        return entry;
    }

    /** A database of version 4 knows no address of version 6; a part that is broken knows none either. */
    private static Entry read(Reader reader, InetAddress address) {
        try {
            Map<?, ?> data = reader.get(address, Map.class);
            return data == null ? Entry.NONE : entry(data);
        } catch (IOException | RuntimeException e) {
            return Entry.NONE;
        }
    }

    private static Entry entry(Map<?, ?> data) {
        String country = country(data.get("country"));
        Object asn = data.get("autonomous_system_number");
        Map<?, ?> location = map(data.get("location"));
        return new Entry(
                country == null ? country(data.get("registered_country")) : country,
                asn instanceof Number number ? "AS" + number.longValue() : null,
                location(location.get("latitude"), location.get("longitude")));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static @Nullable String country(@Nullable Object value) {
        return map(value).get("iso_code") instanceof String code ? Country.of(code) : null;
    }

    private static @Nullable Location location(@Nullable Object latitude, @Nullable Object longitude) {
        return latitude instanceof Number north
                        && longitude instanceof Number east
                        && Math.abs(north.doubleValue()) <= MOST_NORTH
                        && Math.abs(east.doubleValue()) <= MOST_EAST
                ? new Location(north.doubleValue(), east.doubleValue())
                : null;
    }
}
