package io.portcullis.security;

import com.fasterxml.uuid.Generators;
import io.portcullis.store.EventLog;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The keys that are good, kept in the database by their hashes and in memory, so that a call is authenticated without a
 * query. The database is looked at every half second, so that what another process has made or revoked holds here too.
 */
public final class ApiKeys {

    private static final Logger LOGGER = LoggerFactory.getLogger(ApiKeys.class);

    /** Half of the second within which a revocation by another process holds here. */
    private static final long LOOK_EVERY_NANOS = 500_000_000;

    private final EventLog log;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Map<Long, Entry> byHash = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile long loadedAt;

    @SuppressWarnings("ArrayRecordComponent") // never compared, never shown
    private record Entry(ApiKey key, byte[] hash) {}

    /** @param log in whose database they are kept */
    public ApiKeys(EventLog log, Clock clock) {
        this.log = log;
        this.jdbc = new JdbcTemplate(log.dataSource());
        this.clock = clock;
        load();
    }

    /** What is good now. A key that is made meanwhile is kept out of the way by the lock. */
    private synchronized void load() {
        Map<Long, Entry> good = new HashMap<>();
        jdbc.query("SELECT id, name, roles, created_at, key_hash FROM api_key WHERE revoked_at IS NULL", row -> {
            byte[] hash = row.getBytes("key_hash");
            good.put(prefix(hash), new Entry(key(row), hash));
        });
        byHash.keySet().retainAll(good.keySet());
        byHash.putAll(good);
        loadedAt = System.nanoTime();
    }

    /** One caller looks again; a database that does not answer leaves the keys as they were last seen. */
    private void refresh() {
        if (System.nanoTime() - loadedAt < LOOK_EVERY_NANOS || !looking.compareAndSet(false, true)) {
            return;
        }
        try {
            load();
        } catch (DataAccessException e) {
            LOGGER.warn("The keys cannot be looked up, those last seen are used: {}", e.getMessage());
            loadedAt = System.nanoTime();
        } finally {
            looking.set(false);
        }
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
        refresh();
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

    synchronized ApiKey store(String name, Collection<Role> roles, Secret secret) {
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
        log.flush();
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
        log.flush();
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
