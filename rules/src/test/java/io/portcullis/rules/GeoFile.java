package io.portcullis.rules;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a geographic database in MaxMind's format, version 2.0, of addresses of version 4, or of both. */
final class GeoFile {

    private static final byte[] MARKER = "\u00ab\u00cd\u00efMaxMind.com".getBytes(StandardCharsets.ISO_8859_1);
    private static final int EMPTY = -1;

    private final List<int[]> nodes = new ArrayList<>();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final int version;

    GeoFile(int version) {
        this.version = version;
        nodes.add(new int[] {EMPTY, EMPTY});
    }

    /** @param address as bytes; in a database of version 6, one of version 4 behind twelve zeros */
    GeoFile with(int[] address, int bits, Map<String, Object> entry) {
        int value = -2 - data.size();
        write(data, entry);
        int node = 0;
        for (int i = 0; i < bits; i++) {
            int side = address[i / 8] >> 7 - i % 8 & 1;
            if (i == bits - 1) {
                nodes.get(node)[side] = value;
            } else {
                if (nodes.get(node)[side] == EMPTY) {
                    nodes.add(new int[] {EMPTY, EMPTY});
                    nodes.get(node)[side] = nodes.size() - 1;
                }
                node = nodes.get(node)[side];
            }
        }
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int[] node : nodes) {
            for (int record : node) {
                int written = record >= 0 ? record : record == EMPTY ? nodes.size() : nodes.size() + 16 - 2 - record;
                file.write(written >> 16);
                file.write(written >> 8);
                file.write(written);
            }
        }
        file.writeBytes(new byte[16]);
        file.writeBytes(data.toByteArray());
        file.writeBytes(MARKER);
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("node_count", (long) nodes.size());
        metadata.put("record_size", 24);
        metadata.put("ip_version", version);
        metadata.put("database_type", "Test");
        metadata.put("languages", List.of("en"));
        metadata.put("binary_format_major_version", 2);
        metadata.put("binary_format_minor_version", 0);
        metadata.put("build_epoch", BigInteger.valueOf(1_700_000_000));
        metadata.put("description", Map.of("en", "a test's"));
        write(file, metadata);
        return file.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, Object value) {
        if (value instanceof Map<?, ?> map) {
            control(out, 7, map.size());
            map.forEach((name, each) -> {
                write(out, name);
                write(out, each);
            });
        } else if (value instanceof List<?> list) {
            out.write(list.size());
            out.write(11 - 7);
            list.forEach(each -> write(out, each));
        } else if (value instanceof String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            control(out, 2, bytes.length);
            out.writeBytes(bytes);
        } else if (value instanceof Double number) {
            control(out, 3, 8);
            out.writeBytes(ByteBuffer.allocate(8).putDouble(number).array());
        } else if (value instanceof Integer number) {
            control(out, 5, 2);
            out.writeBytes(ByteBuffer.allocate(2).putShort(number.shortValue()).array());
        } else if (value instanceof BigInteger number) {
            out.write(8);
            out.write(9 - 7);
            out.writeBytes(ByteBuffer.allocate(8).putLong(number.longValue()).array());
        } else {
            control(out, 6, 4);
            out.writeBytes(
                    ByteBuffer.allocate(4).putInt(((Long) value).intValue()).array());
        }
    }

    private static void control(ByteArrayOutputStream out, int type, int size) {
        if (size < 29) {
            out.write(type << 5 | size);
        } else {
            out.write(type << 5 | 29);
            out.write(size - 29);
        }
    }
}
