package io.portcullis.rules.reference;

import io.portcullis.rules.Diagnostic;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@value #FILE}, as it is written.
 *
 * @param zone in which rules see the hour and the weekday
 */
public record CalendarFile(ZoneId zone) {

    /** At the top of the folder of rules. */
    public static final String FILE = "calendar.yaml";

    /** Reads the file's text; what is wrong with it goes to {@code report}. */
    public static CalendarFile read(String text, Consumer<Diagnostic> report) {
        YamlFile yaml = new YamlFile(FILE, report);
        Map<String, YamlNode> file = yaml.read(text, Set.of("zone"));
        YamlNode zone = file.get("zone");
        if (zone != null) {
            try {
                return new CalendarFile(ZoneId.of(String.valueOf(zone.value())));
            } catch (DateTimeException e) {
                yaml.error(zone, "\"" + zone.value() + "\" is no time zone such as UTC or Europe/Vienna");
            }
        }
        return new CalendarFile(ZoneOffset.UTC);
    }
}
