package io.portcullis.rules.memory;

import io.portcullis.domain.entity.EntityKind;
import io.portcullis.rules.memory.Question.Function;
import io.portcullis.rules.vocabulary.Recall;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A memory of addresses and accounts, for a few questions. */
final class Remembered {

    static final long MINUTE = 60_000;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    private static final Hashing HASHING = new Hashing();

    private final Schema schema;
    private Memory memory;

    private Remembered(Schema schema) {
        this.schema = schema;
        this.memory = new Memory(schema);
    }

    /** What the addresses are asked. */
    static Remembered of(Question... questions) {
        Map<EntityKind, List<Question>> asked = new EnumMap<>(EntityKind.class);
        asked.put(EntityKind.IP, Arrays.asList(questions));
        return new Remembered(new Schema(asked));
    }

    static Question count(String tally, String window) {
        return new Question(Function.COUNT, "", tally, window);
    }

    static Question distinct(String dimension, String window) {
        return new Question(Function.DISTINCT, dimension, "", window);
    }

    static Question since(String tally) {
        return new Question(Function.SINCE, "", tally, "");
    }

    static Question standing() {
        return new Question(Function.STANDING, "", "", "");
    }

    static Question age() {
        return new Question(Function.AGE, "", "", "");
    }

    Remembered observe(long time, String ip, @Nullable String account, String... tallies) {
        return observe(time, ip, account, -1, tallies);
    }

    /** A call for a numbered resource. */
    Remembered request(long time, String ip, long number) {
        return observe(time, ip, null, number, "request");
    }

    /** The address uses an endpoint. */
    Remembered use(long time, @Nullable String ip, @Nullable String endpoint, String... tallies) {
        return observe(time, ip, null, endpoint, -1, tallies);
    }

    private Remembered observe(long time, String ip, @Nullable String account, long number, String... tallies) {
        return observe(time, ip, account, null, number, tallies);
    }

    private Remembered observe(
            long time,
            @Nullable String ip,
            @Nullable String account,
            @Nullable String endpoint,
            long number,
            String... tallies) {
        @Nullable String[] ids = new String[EntityKind.values().length];
        ids[EntityKind.ENDPOINT.ordinal()] = endpoint;
        ids[EntityKind.IP.ordinal()] = ip;
        ids[EntityKind.ACCOUNT.ordinal()] = account;
        long[] hashes = new long[Dimension.COUNT];
        Keys keys = new Keys(ids.length);
        for (int kind = 0; kind < ids.length; kind++) {
            if (ids[kind] != null) {
                hashes[kind] = HASHING.hash(ids[kind]);
                keys.set(kind, ids[kind], hashes[kind], HASHING.tag(Hashing.bytes(ids[kind])));
            }
        }
        memory.observe(new Observation(
                time,
                ids,
                keys,
                hashes,
                new long[SumField.values().length],
                number,
                Place.UNKNOWN,
                schema.marks(List.of(tallies))));
        return this;
    }

    /** The address of the latest activity. */
    Recall ip() {
        return memory.recollection(EntityKind.IP);
    }

    Memory memory() {
        return memory;
    }

    byte[] save() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            memory.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Goes on with what was saved. */
    Remembered restore(byte[] saved) {
        try {
            Memory restored = new Memory(schema);
            restored.read(new DataInputStream(new ByteArrayInputStream(saved)));
            memory = restored;
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
