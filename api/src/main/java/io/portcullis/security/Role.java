package io.portcullis.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key is good for. */
public enum Role {
    /** Sends activities and asks for their decisions. */
    INGEST,
    /** Reads decisions and risk views. */
    QUERY,
    /** Reads, and works on rules, cases and lists. */
    ANALYST,
    /** Everything, keys included. */
    ADMIN;

    /** The role's name in JSON and in the database. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(role -> role.label().equals(label))
                .findFirst();
    }
}
