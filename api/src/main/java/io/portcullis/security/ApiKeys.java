package io.portcullis.security;

import com.fasterxml.uuid.Generators;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The keys that are good, kept in the database by their hashes and in memory, so that a call is authenticated without a
 * query. One server at a time changes them.
 */
public final class ApiKeys {

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Map<Long, Entry> byHash = new ConcurrentHashMap<>();

    @SuppressWarnings("ArrayRecordComponent") // never compared, never shown
    private record Entry(ApiKey key, byte[] hash) {}

    public ApiKeys(DataSource source, Clock clock) {
        this.jdbc = new JdbcTemplate(source);
        this.clock = clock;
        jdbc.query("SELECT id, name, roles, created_at, key_hash FROM api_key WHERE revoked_at IS NULL", row -> {
            remember(new Entry(key(row), row.getBytes("key_hash")));
        });
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        Set<Role> roles = Arrays.stream(row.getString("roles").split(","))
                .flatMap(label -> Role.ofLabel(label).stream())
                .collect(Collectors.toUnmodifiableSet());
        Instant createdAt = row.getObject("created_at", OffsetDateTime.class).toInstant();
        return new ApiKey(row.getString("id"), row.getString("name"), roles, createdAt);
    }

    private void remember(Entry entry) {
        byHash.put(prefix(entry.hash), entry);
    }

    private static long prefix(byte[] hash) {
        return ByteBuffer.wrap(hash).getLong();
    }

    /** Whose key it is, if it is a good one. */
    public Optional<ApiKey> authenticate(String presented) {
        byte[] hash = new Secret(presented).hash();
        Entry entry = byHash.get(prefix(hash));
        return entry != null && MessageDigest.isEqual(entry.hash, hash) ? Optional.of(entry.key) : Optional.empty();
    }

    /** Makes a key. This is the only time that its text is to be had. */
    Made make(String name, Collection<Role> roles) {
        Secret secret = Secret.random();
        return new Made(store(name, roles, secret), secret);
    }

    record Made(ApiKey key, Secret secret) {}

    ApiKey store(String name, Collection<Role> roles, Secret secret) {
        ApiKey key = new ApiKey(
                Generators.timeBasedEpochGenerator().generate().toString(),
                name,
                Set.copyOf(roles),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        String labels = key.roles().stream().sorted().map(Role::label).collect(Collectors.joining(","));
        jdbc.update(
                "INSERT INTO api_key (id, name, roles, key_hash, created_at) VALUES (?, ?, ?, ?, ?)",
                key.id(),
                name,
                labels,
                secret.hash(),
                OffsetDateTime.ofInstant(key.createdAt(), ZoneOffset.UTC));
        remember(new Entry(key, secret.hash()));
        return key;
    }

    /** The good keys, oldest first. */
    List<ApiKey> list() {
        return byHash.values().stream()
                .map(Entry::key)
                .sorted(Comparator.comparing(ApiKey::createdAt).thenComparing(ApiKey::id))
                .toList();
    }

    /**
     * Makes a key worthless, from now on.
     *
     * @return whether there was such a key
     * @throws LastAdminKey when nobody could manage keys any more
     */
    synchronized boolean revoke(String id) {
        Optional<Entry> found =
                byHash.values().stream().filter(e -> e.key.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            return false;
        }
        ApiKey key = found.get().key;
        boolean another = list().stream()
                .anyMatch(other ->
                        other.roles().contains(Role.ADMIN) && !other.id().equals(id));
        if (key.roles().contains(Role.ADMIN) && !another) {
            throw new LastAdminKey();
        }
        jdbc.update(
                "UPDATE api_key SET revoked_at = ? WHERE id = ?",
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                id);
        byHash.remove(prefix(found.get().hash));
        return true;
    }

    /** Whether it was a good key once, and never will be again. */
    boolean isRevoked(Secret secret) {
        return !jdbc.queryForList(
                        "SELECT id FROM api_key WHERE key_hash = ? AND revoked_at IS NOT NULL", String.class, (Object)
                                secret.hash())
                .isEmpty();
    }

    boolean hasAdmin() {
        return list().stream().anyMatch(key -> key.roles().contains(Role.ADMIN));
    }
}
