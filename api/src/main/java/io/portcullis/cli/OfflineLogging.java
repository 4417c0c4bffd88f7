package io.portcullis.cli;

import org.slf4j.LoggerFactory;

/** Offline commands log warnings alone, to standard error. The server's logging is Spring Boot's once that has begun. */
final class OfflineLogging {

    private static final String FILE = "logback.configurationFile";

    private OfflineLogging() {}

    static void configure(String[] args) {
        System.setProperty(FILE, "io/portcullis/cli/logback-offline.xml");
        if (args.length > 0 && args[0].equals("serve")) {
            // Reads the file now, as Spring Boot complains of the property.
            LoggerFactory.getILoggerFactory();
            System.clearProperty(FILE);
        }
    }
}
