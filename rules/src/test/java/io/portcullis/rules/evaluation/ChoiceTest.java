package io.portcullis.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.domain.decision.Action;
import io.portcullis.domain.decision.Band;
import io.portcullis.rules.language.Consequence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of several policy rules that choose, the strictest action within the band wins, whichever comes first. */
class ChoiceTest {

    private final Choice choice = new Choice();

    @ParameterizedTest(name = "{0}: {1} and {2} are {3}")
    @CsvSource({
        "MEDIUM, ALLOW, MONITOR, MONITOR",
        "MEDIUM, MONITOR, THROTTLE, THROTTLE",
        "MEDIUM, ALLOW, THROTTLE, THROTTLE",
        "MEDIUM, ALLOW, ALLOW, ALLOW",
        "MEDIUM, ALLOW, REVIEW, ALLOW",
        "HIGH, CHALLENGE, REVIEW, REVIEW",
        "HIGH, ALLOW, CHALLENGE, CHALLENGE",
        "HIGH, MONITOR, THROTTLE, CHALLENGE",
    })
    void strictest(Band band, Action one, Action other, Action wins) {
        assertThat(chosen(band, one, other)).isEqualTo(wins);
        assertThat(chosen(band, other, one)).isEqualTo(wins);
    }

    @ParameterizedTest
    @CsvSource({"30, 60", "60, 30"})
    void ofTwoThrottlesTheLongerHolds(int one, int other) {
        choice.start(Band.MEDIUM);
        choice.take(new Consequence.Choose(Action.THROTTLE, one));
        choice.take(new Consequence.Choose(Action.THROTTLE, other));
        assertThat(choice.retryAfterSeconds()).isEqualTo(60);
    }

    private Action chosen(Band band, Action first, Action second) {
        choice.start(band);
        choice.take(new Consequence.Choose(first, 0));
        choice.take(new Consequence.Choose(second, 0));
        return choice.action();
    }
}
