package io.portcullis.rules.language;

import io.portcullis.domain.activity.ActivityType;
import io.portcullis.domain.activity.Choice;
import io.portcullis.rules.reference.EndpointCatalogue;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Properties that only ever hold a few known words: a rule that compares them with another would never fire. */
final class ClosedWords {

    private static final List<String> WEEKDAYS = Arrays.stream(DayOfWeek.values())
            .map(day -> day.name().toLowerCase(Locale.ROOT))
            .toList();

    private static final Map<String, Collection<String>> KNOWN = Map.of(
            "endpoint.purpose", EndpointCatalogue.PURPOSES,
            "endpoint.sensitivity", EndpointCatalogue.SENSITIVITIES,
            "type",
                    Arrays.stream(ActivityType.values())
                            .map(ActivityType::label)
                            .toList(),
            "weekday", WEEKDAYS,
            "kind", Choice.PAYMENT_KIND.words(),
            "network.kind", Choice.NETWORK.words(),
            "app.platform", Choice.PLATFORM.words());

    private ClosedWords() {}

    /** @param text an empty one stands for what is not known, and is always fine */
    static boolean isFine(Term property, String text, int at, ConditionReader.Report report) {
        Collection<String> known = KNOWN.get(property.drl());
        if (known == null || text.isEmpty() || known.contains(text)) {
            return true;
        }
        report.error(at, property.drl() + " is never \"" + text + "\"" + Hint.of(text, known));
        return false;
    }
}
