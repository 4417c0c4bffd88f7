package io.portcullis.replay;

import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.decision.DecisionWriter;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes decisions as NDJSON: one a line, in order. */
public final class DecisionFile implements Closeable {

    private static final JsonFactory JSON = JsonFactory.builder()
            .rootValueSeparator("\n")
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final DecisionWriter writer = new DecisionWriter();
    private final OutputStream out;
    private final JsonGenerator json;
    private boolean empty = true;

    public DecisionFile(OutputStream out) {
        this.out = new BufferedOutputStream(out, 1 << 16);
        this.json = JSON.createGenerator(ObjectWriteContext.empty(), this.out);
    }

    public void write(Decision decision) {
        writer.write(decision, json);
        empty = false;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            json.close();
            if (!empty) {
                out.write('\n');
            }
        }
    }
}
