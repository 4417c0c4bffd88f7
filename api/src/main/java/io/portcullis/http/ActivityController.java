package io.portcullis.http;

import io.portcullis.domain.activity.BatchText;
import io.portcullis.domain.activity.InvalidActivity;
import io.portcullis.domain.activity.Redaction;
import io.portcullis.intake.Intake;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Takes activities in. */
@RestController
@Tag(name = "Activities")
public final class ActivityController {

    static final String NDJSON = "application/x-ndjson";

    /** Activities in a request. */
    static final int MOST = 10_000;

    private final Intake intake;
    private final Bodies bodies;
    private final Redaction redaction;
    private final WarningLog warningLog;

    public ActivityController(Intake intake, Bodies bodies, Redaction redaction, WarningLog warningLog) {
        this.intake = intake;
        this.bodies = bodies;
        this.redaction = redaction;
        this.warningLog = warningLog;
    }

    @PostMapping(
            path = "/v1/activities",
            consumes = {MediaType.APPLICATION_JSON_VALUE, NDJSON})
    @Operation(
            summary = "Send activities",
            description = "One object, an array, or one object a line. Answered once they are durable and decided. Of a"
                    + " request with invalid activities the valid ones are taken; with strict=true, fields that are not"
                    + " known are invalid, too. With history=true they may be of any age. At most 10 MiB and 10,000"
                    + " activities; gzip is understood.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(ref = "Activity"),
                                        array = @ArraySchema(schema = @Schema(ref = "Activity"))),
                                @Content(mediaType = NDJSON, schema = @Schema(ref = "Activity"))
                            }))
    @ApiResponse(
            responseCode = "202",
            description = "Stored",
            content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(ref = "Receipt")))
    ResponseEntity<byte[]> take(
            HttpServletRequest request,
            @RequestParam(name = "strict", defaultValue = "false") boolean strict,
            @RequestParam(name = "history", defaultValue = "false") boolean history)
            throws IOException {
        try (Bodies.Body body = bodies.read(request)) {
            BatchText text = text(body.bytes(), request.getContentType());
            if (text.size() > MOST) {
                throw new ResponseStatusException(
                        HttpStatus.CONTENT_TOO_LARGE, "a request may have at most " + MOST + " activities");
            }
            Delivery delivery =
                    new Delivery(text, intake, Terms.of(redaction, strict, history)).run(body.bytes().length);
            delivery.warnings().forEach(warning -> warningLog.note(request, warning));
            return Receipt.of(delivery);
        }
    }

    private static BatchText text(byte[] body, String contentType) {
        try {
            return contentType.regionMatches(true, 0, NDJSON, 0, NDJSON.length())
                    ? BatchText.ndjson(body)
                    : BatchText.json(body);
        } catch (InvalidActivity e) {
            throw new InvalidRequest(e);
        }
    }
}
