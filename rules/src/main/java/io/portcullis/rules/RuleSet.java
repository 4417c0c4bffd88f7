package io.portcullis.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Compiled rules with their reference data: immutable, shared by any number of engines. */
public final class RuleSet implements AutoCloseable {

    /** The rules that come with Portcullis. */
    public static RuleSet shipped() throws InvalidRules {
        throw new IllegalStateException("skeleton");
    }

    /** The rules in a folder and its sub-folders: every {@code *.drl}, and {@code endpoints.yaml} where there is one. */
    public static RuleSet load(Path folder) throws InvalidRules, IOException {
        throw new IllegalStateException("skeleton");
    }

    /** Identifies rules and reference data: the hexadecimal start of their SHA-256. */
    public String id() {
        throw new IllegalStateException("skeleton");
    }

    /** The rules that raise signals, by file and line. */
    public List<Rule> rules() {
        throw new IllegalStateException("skeleton");
    }

    @Override
    public void close() {}
}
