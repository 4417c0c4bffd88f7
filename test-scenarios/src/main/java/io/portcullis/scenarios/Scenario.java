package io.portcullis.scenarios;

import io.portcullis.domain.activity.Activity;
import java.util.List;

/** Given activities, expected decisions. */
public final class Scenario {

    private final String file;
    private final int line;
    private final String name;
    private final List<Moment> given;
    private final List<Expectation> expected;

    Scenario(String file, int line, String name, List<Moment> given, List<Expectation> expected) {
        this.file = file;
        this.line = line;
        this.name = name;
        this.given = given;
        this.expected = expected;
    }

    /** As the file was named when it was read. */
    public String file() {
        return file;
    }

    /** Where it begins, from 1. */
    public int line() {
        return line;
    }

    public String name() {
        return name;
    }

    /** What happens in it, in the order of time. */
    public List<Activity> activities() {
        return given.stream().map(Moment::activity).toList();
    }

    List<Moment> given() {
        return given;
    }

    List<Expectation> expected() {
        return expected;
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + name;
    }
}
