package io.portcullis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders of rules for tests. */
final class RuleFolder {

    private RuleFolder() {}

    /** One rule, which flags every failed login from a number of failures on. */
    static Path failedLogins(Path folder, int failures) throws IOException {
        return write(folder, """
                rule "Failed logins <b>here</b>"
                    @signal("failed-logins") @threat("OAT-007") @score(65) @entity("ip")
                when
                    Login( failed, ip.count("login.failed", "10m") >= %d )
                then
                    risk.raise();
                end
                """.formatted(failures));
    }

    static Path write(Path folder, String drl) throws IOException {
        Files.createDirectories(folder.resolve("login"));
        Files.writeString(folder.resolve("login").resolve("failed.drl"), drl);
        return folder;
    }
}
