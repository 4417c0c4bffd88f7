package io.portcullis.security;

import java.time.Instant;
import java.util.Set;

/**
 * What is known of a key: everything but the key.
 *
 * @param name what its makers call it
 */
public record ApiKey(String id, String name, Set<Role> roles, Instant createdAt) {

    public ApiKey {
        roles = Set.copyOf(roles);
    }
}
