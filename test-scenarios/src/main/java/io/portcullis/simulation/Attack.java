package io.portcullis.simulation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The attacks that traffic can hold. The name in lower case with dashes is the label. */
public enum Attack {
    CREDENTIAL_STUFFING(230, CredentialStuffing::new),
    BRUTE_FORCE(180, BruteForce::new),
    PASSWORD_SPRAYING(150, PasswordSpraying::new),
    FAKE_SIGNUPS(105, FakeSignups::new),
    SIGNUP_THEN_PAYMENT(90, SignupThenPayment::new),
    CARD_TESTING(155, CardTesting::new),
    SCRAPING(1_400, Scraping::new),
    SENSITIVE_ENDPOINT_FLOOD(650, SensitiveEndpointFlood::new),
    AUTOMATION_CLIENT(550, AutomationClient::new);

    @FunctionalInterface
    interface Episode {
        Actor begin(int number, long start, Dice dice);
    }

    private final int activitiesOfAnEpisode;
    private final Episode episode;

    Attack(int activitiesOfAnEpisode, Episode episode) {
        this.activitiesOfAnEpisode = activitiesOfAnEpisode;
        this.episode = episode;
    }

    /** {@code credential-stuffing}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Attack> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(attack -> attack.label().equals(label))
                .findFirst();
    }

    /** How many activities an episode has, as they come out on average. */
    int activitiesOfAnEpisode() {
        return activitiesOfAnEpisode;
    }

    /** @param number of the episode, which tells its entities from those of others */
    Actor episode(int number, long start, Dice dice) {
        return episode.begin(number, start, dice);
    }
}
