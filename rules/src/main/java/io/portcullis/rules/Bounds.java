package io.portcullis.rules;

/**
 * How much of a folder is read. What is larger is a mistake, such as a dump in the place of a list, and would keep a
 * command busy for minutes.
 */
public final class Bounds {

    /** Bytes of a YAML file of rules or scenarios. */
    public static final int YAML_BYTES = 8 << 20;

    /** Bytes of an OpenAPI file: large clouds describe themselves in some forty million. */
    public static final int OPENAPI_BYTES = 64 << 20;

    /** Bytes of a list: more than a million addresses of the longest kind. */
    public static final int LIST_BYTES = 64 << 20;

    /** Entries of a list. */
    public static final int LIST_ENTRIES = 2_000_000;

    /** Bytes of a file of rules. */
    public static final int DRL_BYTES = 1 << 20;

    /** Files of one kind in a folder. */
    public static final int FILES = 1_000;

    /** Rules in a folder. */
    public static final int RULES = 2_000;

    /** What the rules of a folder compare, each literal of an {@code in (…)} included: some 2 ms each to compile. */
    public static final int COMPARISONS = 8_000;

    /** Literals in one {@code in (…)}: near a thousand, Drools' compiler overflows its stack. */
    public static final int LITERALS = 100;

    private Bounds() {}
}
