package io.portcullis.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of rules that a test writes. */
final class RuleFolder {

    private final Path folder;
    private int rules;

    RuleFolder(Path folder) {
        this.folder = folder;
    }

    RuleFolder file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A rule of its own signal that accuses the address. */
    RuleFolder rule(String name, int score, String pattern) {
        return rule(name, "signal-" + ++rules, score, "ip", pattern);
    }

    RuleFolder rule(String name, String signal, int score, String entity, String pattern) {
        return file(
                "tested/" + name.replaceAll("\\W", "-") + ".drl", """
                rule "%s"
                    @signal("%s") @threat("OAT-001") @score(%d) @entity("%s")
                when
                    %s
                then
                    risk.raise();
                end
                """.formatted(name, signal, score, entity, pattern));
    }

    RuleFolder policy(String name, String pattern, String call) {
        return file(
                "policy/" + name + ".drl",
                "rule \"%s\" when\n    %s\nthen\n    %s\nend\n".formatted(name, pattern, call));
    }

    RuleFolder tally(String name, String pattern, String tally) {
        return policy(name, pattern, "tally.count(\"" + tally + "\");");
    }

    Path path() {
        return folder;
    }

    RuleSet load() throws InvalidRules {
        try {
            return RuleSet.load(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Story story() throws InvalidRules {
        return new Story(load());
    }
}
