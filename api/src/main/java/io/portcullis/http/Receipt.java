package io.portcullis.http;

import io.portcullis.domain.activity.Rejection;
import io.portcullis.domain.activity.Warning;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;

/** The answer to activities: how many are stored, how many were there already, which are rejected. */
final class Receipt {

    private static final JsonFactory JSON = new JsonFactory();

    private Receipt() {}

    static ResponseEntity<byte[]> of(Delivery delivery) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(128)) {
            try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
                json.writeStartObject();
                json.writeNumberProperty("accepted", delivery.accepted());
                json.writeNumberProperty("duplicates", delivery.duplicates());
                json.writeArrayPropertyStart("rejected");
                delivery.rejected().forEach(rejection -> write(rejection, json));
                json.writeEndArray();
                write(delivery.warnings(), json);
                if (!delivery.made().isEmpty()) {
                    json.writeArrayPropertyStart("ids");
                    delivery.made().forEach(made -> write(made, json));
                    json.writeEndArray();
                }
                json.writeEndObject();
            }
            return ResponseEntity.status(HttpStatus.ACCEPTED)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(bytes.toByteArray());
        }
    }

    /** Absent where there are none. */
    private static void write(List<Warning> warnings, JsonGenerator json) {
        if (warnings.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("warnings");
        for (Warning warning : warnings) {
            json.writeStartObject();
            json.writeNumberProperty("index", warning.index());
            json.writeStringProperty("field", warning.field());
            json.writeStringProperty("reason", warning.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(Rejection rejection, JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("index", rejection.index());
        json.writeStringProperty("field", rejection.field());
        json.writeStringProperty("reason", rejection.reason());
        json.writeEndObject();
    }

    private static void write(Reading.MadeId made, JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("index", made.index());
        json.writeStringProperty("id", made.id());
        json.writeEndObject();
    }

    private static String all(List<Rejection> rejections) {
        long activities =
                rejections.stream().mapToInt(Rejection::index).distinct().count();
        return activities == 1
                ? rejections.stream()
                        .map(each -> (each.field().isEmpty() ? "" : each.field() + ": ") + each.reason())
                        .collect(Collectors.joining("; "))
                : "all " + activities + " activities are invalid";
    }

    /** Nothing of it could be taken. */
    static ProblemDetail rejected(List<Rejection> rejections) {
        Rejection first = rejections.get(0);
        String detail = (first.field().isEmpty() ? "" : first.field() + ": ") + first.reason();
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, rejections.size() == 1 ? detail : all(rejections));
        problem.setProperty("accepted", 0);
        problem.setProperty("duplicates", 0);
        problem.setProperty("rejected", rejections);
        return problem;
    }
}
