package io.portcullis.cli;

/** Offline commands log warnings alone, to standard error. The server's logging is Spring Boot's. */
final class OfflineLogging {

    private OfflineLogging() {}

    static void configure(String[] args) {
        if (args.length == 0 || !args[0].equals("serve")) {
            System.setProperty("logback.configurationFile", "io/portcullis/cli/logback-offline.xml");
        }
    }
}
