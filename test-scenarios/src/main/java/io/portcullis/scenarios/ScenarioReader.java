package io.portcullis.scenarios;

import io.portcullis.domain.activity.ActivityType;
import io.portcullis.domain.decision.Action;
import io.portcullis.scenarios.Node.Entry;
import io.portcullis.scenarios.Node.Mapping;
import io.portcullis.scenarios.Node.Scalar;
import io.portcullis.scenarios.Node.Sequence;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the scenarios of a file: a list of them. */
final class ScenarioReader {

    /** A Monday morning, for scenarios that do not care. */
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2999-12-31T23:59:59Z");

    private static final Set<String> TYPES =
            Stream.of(ActivityType.values()).map(ActivityType::label).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> SCENARIO = Set.of("scenario", "start", "with", "given", "expect");
    private static final Set<String> EXPECTED = Set.of("action", "flagged", "signals", "without");
    private static final String STEPS = "steps";

    private final String file;

    ScenarioReader(String file) {
        this.file = file;
    }

    List<Scenario> read(String text) throws InvalidScenario {
        Node root = YamlReader.read(file, text);
        if (!(root instanceof Sequence sequence)) {
            throw new InvalidScenario(file, root.place(), "the file must be a list: - scenario: …");
        }
        List<Scenario> scenarios = new ArrayList<>();
        for (Node item : sequence.items()) {
            scenarios.add(scenario(Keys.of(file, item, "a scenario").allow(SCENARIO)));
        }
        return scenarios;
    }

    private Scenario scenario(Keys keys) throws InvalidScenario {
        String name = keys.text(keys.required("scenario"), "\"scenario\"");
        Node with = keys.node("with");
        Mapping defaults = with == null ? null : Keys.of(file, with, "\"with\"").mapping();
        List<Moment> given = Story.tell(start(keys), steps(keys.list("given"), defaults, null));
        Set<String> names = given.stream()
                .map(Moment::name)
                .filter(step -> step != null)
                .collect(Collectors.toCollection(HashSet::new));
        return new Scenario(file, keys.place().line(), name, given, expectations(keys, names));
    }

    private static Instant start(Keys keys) throws InvalidScenario {
        String text = keys.text("start");
        try {
            Instant start = text == null ? START : Instant.parse(text);
            if (start.isBefore(EARLIEST) || start.isAfter(LATEST)) {
                throw keys.invalid("start", "\"start\" must lie between " + EARLIEST + " and " + LATEST);
            }
            return start;
        } catch (DateTimeException e) {
            throw keys.invalid("start", "\"start\" must be an instant such as 2026-01-05T09:00:00Z");
        }
    }

    /** @param group the name of the group around them, for those without a name of their own */
    private List<Step> steps(List<Node> nodes, @Nullable Mapping defaults, @Nullable String group)
            throws InvalidScenario {
        List<Step> steps = new ArrayList<>();
        for (Node node : nodes) {
            steps.add(step(Keys.of(file, node, "a step"), defaults, group));
        }
        return steps;
    }

    private Step step(Keys keys, @Nullable Mapping defaults, @Nullable String group) throws InvalidScenario {
        Set<String> known = new HashSet<>(TYPES);
        known.addAll(Set.of("at", "repeat", "every", "as", STEPS));
        keys.allow(known);
        List<String> what = Stream.concat(TYPES.stream().sorted(), Stream.of(STEPS))
                .filter(key -> keys.node(key) != null)
                .toList();
        if (what.size() != 1) {
            throw new InvalidScenario(
                    file, keys.place(), "a step is one of api-request, login, signup, payment, or steps");
        }
        Offset at = offset(keys, "at");
        Interval every = interval(keys);
        int repeat = keys.count("repeat", 1);
        Offset when = at == null ? Offset.NEXT : at;
        String own = keys.text("as");
        String name = own == null ? group : own;
        String key = what.get(0);
        if (key.equals(STEPS)) {
            return new Step(when, repeat, every, name, null, steps(keys.list(STEPS), defaults, name));
        }
        Mapping fields = Keys.of(file, keys.required(key), "a " + key).mapping();
        ActivityType type = ActivityType.ofLabel(key).orElseThrow();
        return new Step(when, repeat, every, name, new ActivityTemplate(file, type, fields, defaults), List.of());
    }

    private static @Nullable Interval interval(Keys keys) throws InvalidScenario {
        String text = keys.text("every");
        if (text == null) {
            return null;
        }
        return Interval.parse(text)
                .orElseThrow(() -> keys.invalid(
                        "every", "\"every\" must be a time such as 20s, or \"about 20s\" for people's pace"));
    }

    private static @Nullable Offset offset(Keys keys, String key) throws InvalidScenario {
        String text = keys.text(key);
        if (text == null) {
            return null;
        }
        return Offset.parse(text)
                .orElseThrow(() -> keys.invalid(key, "\"" + key + "\" must be a time such as 20s, 1h30m or +20s"));
    }

    private List<Expectation> expectations(Keys keys, Set<String> steps) throws InvalidScenario {
        Keys expected = Keys.of(file, keys.required("expect"), "\"expect\"");
        List<Expectation> expectations = new ArrayList<>();
        for (Map.Entry<String, Entry> entry : expected.mapping().entries().entrySet()) {
            Place place = entry.getValue().place();
            String[] words = entry.getKey().split(" of ", 2);
            String step = words.length == 2 ? words[1] : null;
            if (step != null && !steps.contains(step)) {
                throw new InvalidScenario(file, place, "no step is called \"" + step + "\" by as:");
            }
            Keys outcome =
                    Keys.of(file, entry.getValue().value(), "what is expected").allow(EXPECTED);
            expectations.add(new Expectation(
                    place,
                    quantifier(words[0], place),
                    step,
                    actions(outcome),
                    outcome.bool("flagged"),
                    names(outcome.texts("signals")),
                    names(outcome.texts("without"))));
        }
        if (expectations.isEmpty()) {
            throw new InvalidScenario(file, expected.place(), "\"expect\" must expect something");
        }
        return expectations;
    }

    private Quantifier quantifier(String word, Place place) throws InvalidScenario {
        return Stream.of(Quantifier.values())
                .filter(quantifier -> quantifier.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidScenario(
                        file, place, "expect something of: first, last, any, all, or of one step: last of NAME"));
    }

    private Set<Action> actions(Keys keys) throws InvalidScenario {
        Set<Action> actions = EnumSet.noneOf(Action.class);
        for (Scalar text : keys.texts("action")) {
            actions.add(Stream.of(Action.values())
                    .filter(action -> action.name().equals(text.value()))
                    .findFirst()
                    .orElseThrow(() -> new InvalidScenario(
                            file, text.place(), "no such action; there are " + List.of(Action.values()))));
        }
        return actions;
    }

    private static Set<String> names(List<Scalar> texts) {
        return texts.stream()
                .map(text -> String.valueOf(text.value()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
