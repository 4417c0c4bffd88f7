package io.portcullis.http;

import io.portcullis.domain.activity.Redaction;
import io.portcullis.domain.decision.Band;
import io.portcullis.domain.entity.EntityKind;
import io.portcullis.domain.entity.IpAddress;
import io.portcullis.projections.Projections;
import io.portcullis.projections.links.LinkGraph;
import io.portcullis.projections.links.Links;
import io.portcullis.projections.risk.RiskQuery;
import io.portcullis.projections.risk.RiskSummary;
import io.portcullis.projections.risk.RiskView;
import io.portcullis.projections.table.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Risk views of entities: one, the riskiest, and who is linked to whom. */
@RestController
@Tag(name = "Risk views")
public final class EntityController {

    private final Projections projections;
    private final Redaction redaction;

    public EntityController(Projections projections, Redaction redaction) {
        this.projections = projections;
        this.redaction = redaction;
    }

    @GetMapping("/v1/{collection}/{id}/risk")
    @Operation(summary = "The risk view of an entity", description = "Follows the log within moments.")
    RiskView risk(@PathVariable("collection") String collection, @PathVariable("id") String id) {
        EntityKind kind = kind(collection);
        return projections.risk().find(kind, spelt(kind, id)).orElseThrow(() -> unknown(kind));
    }

    @GetMapping("/v1/{collection}/{id}/links")
    @Operation(summary = "The entities that an entity is linked to, and through what")
    LinkGraph links(
            @PathVariable("collection") String collection,
            @PathVariable("id") String id,
            @RequestParam(name = "depth", defaultValue = "1") int depth) {
        EntityKind kind = kind(collection);
        if (depth < 1 || depth > Links.MAX_DEPTH) {
            throw bad("depth: must be from 1 to " + Links.MAX_DEPTH);
        }
        return projections.links().of(kind, spelt(kind, id), depth).orElseThrow(() -> unknown(kind));
    }

    @GetMapping("/v1/{collection}")
    @Operation(summary = "List entities of a kind, the riskiest first")
    Page<RiskSummary> list(
            @PathVariable("collection") String collection,
            @RequestParam(name = "minScore", defaultValue = "0") int minScore,
            @RequestParam(name = "band", required = false) @Nullable String band,
            @RequestParam(name = "sort", defaultValue = "score") String sort,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", defaultValue = "50") int limit) {
        EntityKind kind = kind(collection);
        try {
            Band only = Choice.of(Band.class, "band", band);
            return projections
                    .risk()
                    .list(kind, new RiskQuery(minScore, only, RiskQuery.Sort.ofLabel(sort), cursor, limit));
        } catch (IllegalArgumentException e) {
            throw bad(Optional.ofNullable(e.getMessage()).orElse("not a query of this listing"));
        }
    }

    /** As it is stored: an address may be asked for in any spelling, and a secret as it may be sent. */
    private String spelt(EntityKind kind, String id) {
        String address = kind == EntityKind.IP ? IpAddress.of(id) : null;
        return address == null ? redaction.identifier(id) : address;
    }

    private EntityKind kind(String collection) {
        return projections.risk().kinds().stream()
                .filter(kind -> kind.collection().equals(collection))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "there are no risk views of \"" + collection + "\"; there are of " + collections()));
    }

    private String collections() {
        return Arrays.stream(EntityKind.values())
                .filter(projections.risk().kinds()::contains)
                .map(EntityKind::collection)
                .collect(Collectors.joining(", "));
    }

    private ResponseStatusException unknown(EntityKind kind) {
        long behind = projections.behind(kind);
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND,
                behind == 0
                        ? "no activity has named this " + kind.label()
                        : "no activity that the view has read has named this " + kind.label() + "; it has yet to read "
                                + behind + ", as GET /v1/admin/views tells");
    }

    private static ResponseStatusException bad(String detail) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, detail);
    }
}
