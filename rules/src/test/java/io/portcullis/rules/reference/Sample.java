package io.portcullis.rules.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes up a text that a regular expression matches, as far as user agents' expressions go. */
final class Sample {

    private final String regex;
    private final Random random;
    private int at;

    Sample(String regex, Random random) {
        this.regex = regex;
        this.random = random;
    }

    String text() {
        List<String> alternatives = new ArrayList<>();
        StringBuilder sequence = new StringBuilder();
        while (at < regex.length() && regex.charAt(at) != ')') {
            if (regex.charAt(at) == '|') {
                alternatives.add(sequence.toString());
                sequence.setLength(0);
                at++;
            } else {
                sequence.append(repeated(atom()));
            }
        }
        alternatives.add(sequence.toString());
        return alternatives.get(random.nextInt(alternatives.size()));
    }

    private String atom() {
        char c = regex.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> oneOf();
            case '\\' -> escape();
            case '.' -> "z";
            case '^', '$' -> "";
            default -> String.valueOf(c);
        };
    }

    private String group() {
        boolean looksAhead = regex.startsWith("?!", at) || regex.startsWith("?=", at);
        at += regex.startsWith("?", at) ? 2 : 0;
        String text = text();
        at++;
        return looksAhead ? "" : text;
    }

    private String oneOf() {
        boolean negated = regex.charAt(at) == '^';
        int start = negated ? at + 1 : at;
        at = start + 1;
        while (regex.charAt(at) != ']') {
            at += regex.charAt(at) == '\\' ? 2 : 1;
        }
        String members = regex.substring(start, at++);
        return negated
                ? "q"
                : members.startsWith("\\d")
                        ? "3"
                        : members.startsWith("\\") ? members.substring(1, 2) : members.substring(0, 1);
    }

    private String escape() {
        char c = regex.charAt(at++);
        return switch (c) {
            case 'd' -> String.valueOf(random.nextInt(10));
            case 's' -> " ";
            case 'S' -> "s";
            case 'b', 'B' -> "";
            default -> String.valueOf(c);
        };
    }

    private String repeated(String atom) {
        if (at == regex.length()) {
            return atom;
        }
        String text = atom;
        switch (regex.charAt(at)) {
            case '?', '*' -> {
                text = random.nextBoolean() ? atom : "";
                at++;
            }
            case '+' -> at++;
            case '{' -> {
                int end = regex.indexOf('}', at);
                String least = regex.substring(at + 1, end).split(",", 2)[0];
                text = atom.repeat(least.isEmpty() ? 0 : Integer.parseInt(least));
                at = end + 1;
            }
            default -> {}
        }
        while (at < regex.length() && "?+".indexOf(regex.charAt(at)) >= 0) {
            at++;
        }
        return text;
    }
}
