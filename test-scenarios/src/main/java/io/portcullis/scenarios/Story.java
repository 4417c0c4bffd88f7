package io.portcullis.scenarios;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tells the steps of a scenario as activities in the order of time; of those at the same time, as written. */
final class Story {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Instant start;
    private final List<Moment> moments = new ArrayList<>();

    private Story(Instant start) {
        this.start = start;
    }

    static List<Moment> tell(Instant start, List<Step> steps) throws InvalidScenario {
        Story story = new Story(start);
        story.steps(steps, Duration.ZERO, Counters.FIRST);
        story.moments.sort(Comparator.comparing(Moment::since));
        return List.copyOf(story.moments);
    }

    /** @return when the last of them happens */
    private Duration steps(List<Step> steps, Duration beginning, Counters counters) throws InvalidScenario {
        Duration last = beginning;
        boolean first = true;
        for (Step step : steps) {
            Duration from = step.at().relative() ? last : beginning;
            boolean atOnce = first && step.at().equals(Offset.NEXT);
            last = step(step, atOnce ? beginning : from.plus(step.at().duration()), counters);
            first = false;
        }
        return last;
    }

    private Duration step(Step step, Duration from, Counters counters) throws InvalidScenario {
        Duration last = from;
        for (int n = 1; n <= step.repeat(); n++) {
            Interval every = step.every();
            Duration beginning = n == 1 ? from : every == null ? last.plus(PAUSE) : from.plus(every.start(n));
            // A group that is not repeated leaves the counters of the repetition around it to its steps.
            last = once(step, beginning, step.repeat() == 1 ? counters : counters.repeat(n));
        }
        return last;
    }

    private Duration once(Step step, Duration since, Counters counters) throws InvalidScenario {
        if (step.activity() == null) {
            return steps(step.steps(), since, counters);
        }
        String id = "a" + (moments.size() + 1);
        moments.add(new Moment(step.activity().fillIn(id, start.plus(since), counters), step.name(), since));
        return since;
    }
}
