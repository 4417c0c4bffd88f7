package io.portcullis.rules.language;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands between {@code when} and {@code then}, written again from nothing but what was understood. */
public sealed interface Condition permits Pattern, Condition.Marked, Condition.Group {

    /** In one line. */
    default String drl() {
        return drl("");
    }

    /** @param from what stands behind each pattern */
    String drl(String from);

    /** The same with other patterns in the place of its patterns. */
    Condition map(UnaryOperator<Pattern> change);

    /** The patterns over facts, wherever they stand in it. */
    Stream<Pattern> patterns();

    /** The marks that it reads, wherever they stand in it. */
    Stream<String> marks();

    /**
     * Whether the activity carries a mark: {@code Mark( "few people behind the address" )}.
     *
     * @param name of the mark
     */
    record Marked(String name) implements Condition {

        @Override
        public String drl(String from) {
            return "Mark( name == \"" + name + "\" )";
        }

        @Override
        public Condition map(UnaryOperator<Pattern> change) {
            return this;
        }

        @Override
        public Stream<Pattern> patterns() {
            return Stream.empty();
        }

        @Override
        public Stream<String> marks() {
            return Stream.of(name);
        }
    }

    /** How the parts of a group belong together; they mean what they mean in Drools. */
    enum Connective {
        AND,
        OR,
        NOT,
        EXISTS
    }

    /** @param parts one of {@code not} and {@code exists}, one or more of {@code and} and {@code or} */
    record Group(Connective connective, List<Condition> parts) implements Condition {

        @Override
        public String drl(String from) {
            String sign =
                    switch (connective) {
                        case AND -> " and ";
                        case OR -> " or ";
                        case NOT, EXISTS -> "";
                    };
            String before =
                    switch (connective) {
                        case AND, OR -> "( ";
                        case NOT -> "not ( ";
                        case EXISTS -> "exists ( ";
                    };
            return parts.stream().map(part -> part.drl(from)).collect(Collectors.joining(sign, before, " )"));
        }

        @Override
        public Condition map(UnaryOperator<Pattern> change) {
            return new Group(
                    connective, parts.stream().map(part -> part.map(change)).toList());
        }

        @Override
        public Stream<Pattern> patterns() {
            return parts.stream().flatMap(Condition::patterns);
        }

        @Override
        public Stream<String> marks() {
            return parts.stream().flatMap(Condition::marks);
        }
    }
}
