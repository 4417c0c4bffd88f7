package io.portcullis.domain.activity;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the activities of one request: an object, an array, or NDJSON. A bad one does not keep the others out. */
public final class BatchReader {

    private final ActivityReader reader;

    public BatchReader(ActivityReader reader) {
        this.reader = reader;
    }

    /**
     * One JSON object, or an array of them.
     *
     * @throws InvalidActivity when the JSON itself is malformed: nothing of it is accepted then
     */
    public Batch json(byte[] body) throws InvalidActivity {
        Batch.Builder batch = new Batch.Builder();
        try (JsonParser parser = ActivityJson.parser(body)) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                batch.add(() -> read(parser, batch));
            } else if (token == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    batch.add(() -> read(parser, batch));
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
        return batch.build();
    }

    private Activity read(JsonParser parser, Batch.Builder batch) throws InvalidActivity {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            throw new InvalidActivity("", "must be a JSON object");
        }
        return reader.read(parser, batch::warn);
    }

    /** One JSON object a line; empty lines count for nothing. */
    public Batch ndjson(byte[] body) {
        Batch.Builder batch = new Batch.Builder();
        int start = 0;
        while (start < body.length) {
            int end = start;
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            if (!isBlank(body, start, end)) {
                int from = start;
                int length = end - start;
                batch.add(() -> reader.read(body, from, length, batch::warn));
            }
            start = end + 1;
        }
        return batch.build();
    }

    private static boolean isBlank(byte[] body, int start, int end) {
        for (int i = start; i < end; i++) {
            if (body[i] != ' ' && body[i] != '\t' && body[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
