package io.portcullis.domain.activity;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/** How the JSON of activities is parsed. */
final class ActivityJson {

    // What follows tells of the parser, not of the JSON.
    private static final Pattern OF_THE_PARSER = Pattern.compile(" \\((start marker at|for) .*", Pattern.DOTALL);

    static final JsonFactory FACTORY = JsonFactory.builder()
            // A thread reads one object at a time: buffers of its own are nearer than those of a pool.
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(1 << 20).build())
            .build();

    private ActivityJson() {}

    static JsonParser parser(byte[] json) {
        return parser(json, 0, json.length);
    }

    static JsonParser parser(byte[] json, int offset, int length) {
        return FACTORY.createParser(ObjectReadContext.empty(), json, offset, length);
    }

    static InvalidActivity malformed(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        String reason = OF_THE_PARSER.matcher(e.getOriginalMessage()).replaceFirst("");
        return new InvalidActivity(
                "", "malformed JSON" + (at == null ? "" : " at column " + at.getColumnNr()) + ": " + reason);
    }
}
