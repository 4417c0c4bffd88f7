package io.portcullis.domain.activity;

import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The activities of one request as they came: an object, an array, or NDJSON. It is known where each of them is; they are
 * read piece by piece, since ten thousand activities take many times the room of their text. A bad one does not keep the
 * others out.
 */
public final class BatchText {

    private static final int INITIAL = 16;

    private final byte[] body;
    /** Of each activity where it begins and where it ends. */
    private int[] bounds = new int[2 * INITIAL];

    private int size;

    private BatchText(byte[] body) {
        this.body = body;
    }

    /**
     * One JSON object, or an array of them.
     *
     * @throws InvalidActivity when the JSON itself is malformed: nothing of it is accepted then
     */
    public static BatchText json(byte[] body) throws InvalidActivity {
        BatchText text = new BatchText(body);
        try (JsonParser parser = ActivityJson.parser(body)) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                text.add(parser);
            } else if (token == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    text.add(parser);
                }
            } else {
                throw new InvalidActivity("", "must be a JSON object, an array of them, or NDJSON");
            }
            if (parser.nextToken() != null) {
                throw new InvalidActivity("", "must be one JSON value; send several objects as NDJSON");
            }
        } catch (JacksonException e) {
            throw ActivityJson.malformed(e);
        }
        return text;
    }

    /** One JSON object a line; empty lines count for nothing. */
    public static BatchText ndjson(byte[] body) {
        BatchText text = new BatchText(body);
        int start = 0;
        while (start < body.length) {
            int end = start;
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            if (!isBlank(body, start, end)) {
                text.add(start, end);
            }
            start = end + 1;
        }
        return text;
    }

    private static boolean isBlank(byte[] body, int start, int end) {
        for (int i = start; i < end; i++) {
            if (body[i] != ' ' && body[i] != '\t' && body[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    /** What is no object has no bounds that matter: it is rejected either way. */
    private void add(JsonParser parser) throws InvalidActivity {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            add(0, 0);
            return;
        }
        long start = parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        if (start < 0) {
            throw new InvalidActivity("", "must be UTF-8");
        }
        add((int) start, (int) parser.currentLocation().getByteOffset());
    }

    private void add(int start, int end) {
        if (2 * size == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        bounds[2 * size] = start;
        bounds[2 * size + 1] = end;
        size++;
    }

    /** How many activities came, valid or not. */
    public int size() {
        return size;
    }

    /**
     * Reads some of them.
     *
     * @param from the place of the first, from 0
     * @param to behind that of the last
     */
    public Batch read(int from, int to, ActivityReader reader) {
        Batch.Builder batch = new Batch.Builder(from);
        for (int i = from; i < to; i++) {
            int start = bounds[2 * i];
            int length = bounds[2 * i + 1] - start;
            batch.add(() -> reader.read(body, start, length, batch::warn));
        }
        return batch.build();
    }
}
