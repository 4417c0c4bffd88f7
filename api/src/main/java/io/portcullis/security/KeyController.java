package io.portcullis.security;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Keys: made, listed, revoked. */
@RestController
@RequestMapping("/v1/admin/keys")
@Tag(name = "Keys")
public final class KeyController {

    private static final int LONGEST_NAME = 100;

    private final ApiKeys keys;

    public KeyController(ApiKeys keys) {
        this.keys = keys;
    }

    record Wanted(@Nullable String name, @Nullable Set<String> roles) {}

    record Shown(String id, String name, Set<String> roles, Instant createdAt) {}

    record Made(String id, String name, Set<String> roles, Instant createdAt, String key) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Make a key", description = "The answer is the only one that ever shows the key.")
    ResponseEntity<Made> make(@RequestBody Wanted wanted) {
        String name = Optional.ofNullable(wanted.name()).map(String::strip).orElse("");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "name: must have 1 to " + LONGEST_NAME + " characters");
        }
        ApiKeys.Made made =
                keys.make(name, roles(Optional.ofNullable(wanted.roles()).orElse(Set.of())));
        Shown shown = shown(made.key());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new Made(
                        shown.id,
                        shown.name,
                        shown.roles,
                        shown.createdAt,
                        made.secret().text()));
    }

    @GetMapping
    @Operation(summary = "List the keys that are good")
    List<Shown> list() {
        return keys.list().stream().map(KeyController::shown).toList();
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Revoke a key")
    ResponseEntity<Void> revoke(@PathVariable("id") String id) {
        try {
            if (!keys.revoke(id)) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no key with this id");
            }
            return ResponseEntity.noContent().build();
        } catch (LastAdminKey e) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
        }
    }

    private static Set<Role> roles(Set<String> labels) {
        if (labels.isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "roles: must have at least one of ingest, query, analyst, admin");
        }
        return labels.stream()
                .map(label -> Role.ofLabel(label)
                        .orElseThrow(() -> new ResponseStatusException(
                                HttpStatus.BAD_REQUEST, "roles: must be of ingest, query, analyst, admin")))
                .collect(Collectors.toSet());
    }

    private static Shown shown(ApiKey key) {
        return new Shown(
                key.id(),
                key.name(),
                key.roles().stream().map(Role::label).collect(Collectors.toCollection(TreeSet::new)),
                key.createdAt());
    }
}
