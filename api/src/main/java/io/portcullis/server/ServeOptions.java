package io.portcullis.server;

import io.portcullis.intake.IntakeSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a server is to run.
 *
 * @param port to listen at, on this machine alone; 0 for any that is free
 * @param data the folder that is its own
 * @param databaseUrl of PostgreSQL; null for an H2 file in the data folder
 * @param rules the folder of the rules that decide; null for those that come with Portcullis
 * @param adminKey the operator's; null to have one made at the first start
 */
public record ServeOptions(
        int port,
        Path data,
        @Nullable String databaseUrl,
        @Nullable Path rules,
        @Nullable String adminKey,
        IntakeSettings intake) {

    public ServeOptions(int port, Path data, @Nullable String databaseUrl, @Nullable Path rules) {
        this(port, data, databaseUrl, rules, System.getenv("PORTCULLIS_ADMIN_KEY"), IntakeSettings.DEFAULTS);
    }

    /** Under the shipped rules. */
    public ServeOptions(int port, Path data, @Nullable String databaseUrl) {
        this(port, data, databaseUrl, null);
    }

    /** Under the shipped rules. */
    public ServeOptions(
            int port, Path data, @Nullable String databaseUrl, @Nullable String adminKey, IntakeSettings intake) {
        this(port, data, databaseUrl, null, adminKey, intake);
    }

    /** Holds the operator's key, which is nobody else's to see. */
    @Override
    public String toString() {
        return "port " + port + ", data in " + data;
    }
}
