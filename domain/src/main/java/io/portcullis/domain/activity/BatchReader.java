package io.portcullis.domain.activity;

import java.util.ArrayList;
import java.util.List;
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
        List<Activity> activities = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        try (JsonParser parser = ActivityReader.parser(body)) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                readInto(parser, 0, activities, rejections);
            } else if (token == JsonToken.START_ARRAY) {
                int index = 0;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    readInto(parser, index++, activities, rejections);
                }
            } else {
                throw new InvalidActivity("", "must be a JSON object, an array of them, or NDJSON");
            }
            if (parser.nextToken() != null) {
                throw new InvalidActivity("", "must be one JSON value; send several objects as NDJSON");
            }
        } catch (JacksonException e) {
            throw ActivityReader.malformed(e);
        }
        return new Batch(List.copyOf(activities), List.copyOf(rejections));
    }

    /** One JSON object a line; empty lines count for nothing. */
    public Batch ndjson(byte[] body) {
        List<Activity> activities = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        int index = 0;
        int start = 0;
        while (start < body.length) {
            int end = start;
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            if (!isBlank(body, start, end)) {
                try {
                    activities.add(reader.read(body, start, end - start));
                } catch (InvalidActivity e) {
                    rejections.add(new Rejection(index, e.field(), e.reason()));
                }
                index++;
            }
            start = end + 1;
        }
        return new Batch(List.copyOf(activities), List.copyOf(rejections));
    }

    private void readInto(JsonParser parser, int index, List<Activity> activities, List<Rejection> rejections) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            rejections.add(new Rejection(index, "", "must be a JSON object"));
            return;
        }
        try {
            activities.add(reader.read(parser));
        } catch (InvalidActivity e) {
            rejections.add(new Rejection(index, e.field(), e.reason()));
        }
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
