package io.portcullis.http;

import io.portcullis.domain.decision.Action;
import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.decision.DecisionWriter;
import io.portcullis.projections.Projections;
import io.portcullis.projections.decisions.DecisionQuery;
import io.portcullis.projections.table.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Lists decisions that are more than a plain ALLOW. */
@RestController
@Tag(name = "Decisions")
public final class DecisionLogController {

    private static final JsonFactory JSON = new JsonFactory();

    private final Projections projections;
    private final DecisionWriter writer = new DecisionWriter();

    public DecisionLogController(Projections projections) {
        this.projections = projections;
    }

    @GetMapping(path = "/v1/decisions", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "List decisions, newest first",
            description = "Those that are more than a plain ALLOW. Follows the log within moments.")
    ResponseEntity<byte[]> list(
            @RequestParam(name = "action", required = false) @Nullable String action,
            @RequestParam(name = "signal", required = false) @Nullable String signal,
            @RequestParam(name = "account", required = false) @Nullable String account,
            @RequestParam(name = "device", required = false) @Nullable String device,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", defaultValue = "50") int limit) {
        Page<Decision> page;
        try {
            page = projections
                    .decisions()
                    .list(new DecisionQuery(
                            Choice.of(Action.class, "action", action),
                            signal,
                            account,
                            device,
                            instant("from", from),
                            instant("to", to),
                            cursor,
                            limit));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, Optional.ofNullable(e.getMessage()).orElse("not a query of this listing"));
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json(page));
    }

    private static @Nullable Instant instant(String name, @Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + ": must be an RFC 3339 instant such as 2026-11-22T10:15:30Z");
        }
    }

    private byte[] json(Page<Decision> page) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            page.items().forEach(decision -> writer.write(decision, json));
            json.writeEndArray();
            if (page.cursor() != null) {
                json.writeStringProperty("cursor", page.cursor());
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
