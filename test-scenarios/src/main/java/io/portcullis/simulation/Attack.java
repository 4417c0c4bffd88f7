package io.portcullis.simulation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The attacks that traffic can hold. The name in lower case with dashes is the label. */
public enum Attack {
    CREDENTIAL_STUFFING(CredentialStuffing::new),
    BRUTE_FORCE(BruteForce::new),
    PASSWORD_SPRAYING(PasswordSpraying::new),
    FAKE_SIGNUPS(FakeSignups::new),
    SIGNUP_THEN_PAYMENT(SignupThenPayment::new),
    CARD_TESTING(CardTesting::new),
    SCRAPING(Scraping::new),
    SENSITIVE_ENDPOINT_FLOOD(SensitiveEndpointFlood::new),
    AUTOMATION_CLIENT(AutomationClient::new);

    @FunctionalInterface
    interface Episode {
        Actor begin(int number, long start, Dice dice);
    }

    private final Episode episode;

    Attack(Episode episode) {
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

    /** @param number of the episode, which tells its entities from those of others */
    Actor episode(int number, long start, Dice dice) {
        return episode.begin(number, start, dice);
    }
}
