package io.portcullis.http;

import io.portcullis.projections.Projections;
import io.portcullis.projections.processing.Progress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The views themselves: how far each has read, and rebuilding one. */
@RestController
@RequestMapping("/v1/admin/views")
@Tag(name = "Views")
public final class ViewController {

    private final Projections projections;

    public ViewController(Projections projections) {
        this.projections = projections;
    }

    @GetMapping
    @Operation(summary = "How far each view has read")
    List<Progress> list() {
        return projections.views().progress();
    }

    @PostMapping("/{view}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Rebuild a view from the log's beginning",
            description = "The old one keeps answering until the new one has caught up.")
    List<Progress> rebuild(@PathVariable("view") String view) {
        if (!projections.views().names().contains(view)) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "there is no view \"" + view + "\"; there are "
                            + String.join(", ", projections.views().names()));
        }
        if (!projections.views().rebuild(view)) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "the view is being rebuilt already");
        }
        return list();
    }
}
