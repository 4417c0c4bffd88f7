package io.portcullis.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.Login;
import io.portcullis.domain.activity.Network;
import io.portcullis.domain.activity.Payment;
import io.portcullis.domain.activity.Signup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People and programs who look dangerous and are not. */
class InnocentTest {

    private static final List<Activity> WORLD = new ArrayList<>();

    @BeforeAll
    static void play() {
        new Simulation(150_000, 5, Set.of()).play((activity, label) -> WORLD.add(activity));
    }

    @Test
    void hundredsOfPhonesShareTheAddressOfACarrier() {
        assertThat(most(accountsBy(activity ->
                        kind(activity).equals("mobile") ? activity.entities().ip() : null)))
                .isGreaterThan(150);
    }

    @Test
    void familiesShareDevicesAndCards() {
        assertThat(most(accountsBy(activity -> activity.entities().card()))).isEqualTo(2);
        assertThat(accountsBy(activity -> activity.entities().device()).stream()
                        .filter(accounts -> accounts.size() == 2))
                .hasSizeGreaterThan(50);
    }

    @Test
    void callCentreAgentsLookIntoHundredsOfAccounts() {
        assertThat(most(accountsBy(activity -> activity.entities().user()))).isGreaterThan(100);
    }

    @Test
    void trainingsSignUpTogetherFromOneAddress() {
        Map<String, Integer> signups = new HashMap<>();
        WORLD.stream()
                .filter(activity -> activity instanceof Signup && kind(activity).equals("business"))
                .forEach(activity ->
                        signups.merge(Objects.requireNonNull(activity.entities().ip()), 1, Integer::sum));
        assertThat(signups.values()).contains(20);
    }

    @Test
    void searchEnginesCrawlFromTheRangesThatTheyPublish() {
        assertThat(ofAgent("Googlebot")).isNotEmpty().allMatch(activity -> Objects.requireNonNull(
                        activity.entities().ip())
                .matches("66\\.249\\.(6[4-9]|[78]\\d|9[0-5])\\..*"));
        assertThat(most(List.of(Set.copyOf(ofAgent("Googlebot").stream()
                        .map(a -> a.entities().ip())
                        .toList()))))
                .isGreaterThan(100);
    }

    private static List<Activity> ofAgent(String name) {
        return WORLD.stream()
                .filter(activity ->
                        Objects.requireNonNull(activity.envelope().userAgent()).contains(name))
                .toList();
    }

    @Test
    void browsersSendAllOfTheirHeaders() {
        assertThat(WORLD.stream().filter(activity -> Objects.requireNonNull(
                                activity.envelope().userAgent())
                        .matches(".*(Chrome|Firefox)/.*")))
                .isNotEmpty()
                .allSatisfy(activity -> assertThat(activity.envelope().headers())
                        .contains("Accept-Language", "Accept-Encoding", "Cookie", "Sec-Fetch-Mode"));
    }

    @Test
    void nobodyFliesFasterThanAnAirplane() {
        Map<String, Activity> last = new HashMap<>();
        Set<String> travellers = new HashSet<>();
        for (Activity activity : WORLD) {
            String account = activity.entities().account();
            if (account == null
                    || activity.envelope().attributes().isEmpty()
                    || kind(activity).equals("vpn")) {
                continue;
            }
            Activity before = last.put(account, activity);
            if (before != null
                    && !before.envelope()
                            .attributes()
                            .equals(activity.envelope().attributes())) {
                travellers.add(account);
                assertThat(Duration.between(before.occurredAt(), activity.occurredAt()))
                        .isGreaterThan(Duration.ofHours(9));
            }
        }
        assertThat(travellers).isNotEmpty();
    }

    @Test
    void peopleHavePasswordsWrongAndCardsDeclinedAndSpendForOnceMoreThanEver() {
        assertThat(count(activity ->
                        activity instanceof Login login && login.outcome().equals("failed")))
                .isGreaterThan(500);
        assertThat(count(activity ->
                        activity instanceof Payment payment && payment.outcome().equals("declined")))
                .isGreaterThan(50);
        assertThat(count(activity -> activity instanceof Payment payment
                        && Objects.requireNonNull(payment.amount()).intValue() > 500))
                .isGreaterThan(20);
    }

    private static long count(Predicate<Activity> which) {
        return WORLD.stream().filter(which).count();
    }

    private static String kind(Activity activity) {
        Network network = activity.envelope().network();
        return network == null ? "" : Objects.requireNonNullElse(network.kind(), "");
    }

    private static Collection<Set<String>> accountsBy(Function<Activity, @Nullable String> by) {
        Map<String, Set<String>> accounts = new HashMap<>();
        for (Activity activity : WORLD) {
            String key = by.apply(activity);
            String account = activity.entities().account();
            if (key != null && account != null) {
                accounts.computeIfAbsent(key, k -> new HashSet<>()).add(account);
            }
        }
        return accounts.values();
    }

    private static int most(Collection<? extends Set<?>> sets) {
        return sets.stream().mapToInt(Set::size).max().orElseThrow();
    }
}
