package io.portcullis.http;

import io.portcullis.domain.activity.ActivityReader;
import io.portcullis.domain.activity.InvalidActivity;
import io.portcullis.domain.activity.Redaction;
import io.portcullis.domain.activity.Remark;
import io.portcullis.domain.decision.DecisionWriter;
import io.portcullis.intake.Candidate;
import io.portcullis.intake.Intake;
import io.portcullis.intake.Outcome;
import io.portcullis.intake.Priority;
import io.portcullis.projections.Projections;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.common.IdentifierFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Decides one activity while its caller waits. */
@RestController
@Tag(name = "Decisions")
public final class DecisionController {

    private final Intake intake;
    private final Projections projections;
    private final Bodies bodies;
    private final Redaction redaction;
    private final WarningLog warningLog;
    private final DecisionWriter writer = new DecisionWriter();

    public DecisionController(
            Intake intake, Projections projections, Bodies bodies, Redaction redaction, WarningLog warningLog) {
        this.redaction = redaction;
        this.warningLog = warningLog;
        this.bodies = bodies;
        this.intake = intake;
        this.projections = projections;
    }

    @PostMapping(path = "/v1/decisions", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Decide one activity",
            description =
                    "Stored, decided, answered, ahead of activities sent in bulk. The same id again gives the same"
                            + " decision. Where something should be mended, the answer has warnings.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = "Activity"))))
    @ApiResponse(
            responseCode = "200",
            description = "Decided",
            content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(ref = "Decision")))
    ResponseEntity<byte[]> decide(
            HttpServletRequest request, @RequestParam(name = "strict", defaultValue = "false") boolean strict)
            throws IOException {
        List<Remark> remarks = new ArrayList<>();
        Candidate candidate;
        CompletableFuture<List<Outcome>> outcomes;
        try (Bodies.Body body = bodies.read(request)) {
            candidate = read(body.bytes(), Terms.of(redaction, strict, false), remarks);
            outcomes = intake.submit(List.of(candidate), Priority.INTERACTIVE);
        }
        Reading.MadeId id = new Reading.MadeId(0, candidate.activity().id());
        remarks.forEach(remark -> warningLog.note(request, remark));
        Outcome outcome = Wait.on(outcomes, List.of(id)).get(0);
        if (outcome.differs()) {
            remarks.add(new Remark("id", Outcome.DIFFERS));
        }
        return answer(writer.write(outcome.decision(), remarks));
    }

    private Candidate read(byte[] body, Terms terms, List<Remark> remarks) {
        try {
            ActivityReader reader =
                    terms.reader(() -> IdentifierFactory.getInstance().generateIdentifier());
            return intake.admit(reader.read(body, 0, body.length, remarks::add), terms.age());
        } catch (InvalidActivity e) {
            throw new InvalidRequest(e);
        }
    }

    @GetMapping(path = "/v1/decisions/{activity}")
    @Operation(
            summary = "The decision about an activity",
            description = "At once for those of the idempotency window, within moments for all others.")
    @ApiResponse(
            responseCode = "200",
            description = "Found",
            content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(ref = "Decision")))
    ResponseEntity<byte[]> find(@PathVariable("activity") String activity) {
        String id = redaction.identifier(activity);
        return answer(writer.write(intake.find(id)
                .or(() -> projections.decisions().find(id))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "there is no decision about an activity with this id"))));
    }

    private static ResponseEntity<byte[]> answer(byte[] decision) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(decision);
    }
}
