package io.portcullis.simulation;

import static io.portcullis.domain.entity.EntityKind.ACCOUNT;
import static io.portcullis.domain.entity.EntityKind.API_KEY;
import static io.portcullis.domain.entity.EntityKind.CARD;
import static io.portcullis.domain.entity.EntityKind.DEVICE;
import static io.portcullis.domain.entity.EntityKind.IP;
import static io.portcullis.domain.entity.EntityKind.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ApiRequest;
import io.portcullis.domain.activity.App;
import io.portcullis.domain.activity.Payment;
import io.portcullis.domain.activity.Signup;
import io.portcullis.domain.entity.EntityKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every episode of an attack has that makes it one. */
class AttackTest {

    @ParameterizedTest
    @EnumSource
    void everyEpisodeIsWhatItsLabelSays(Attack attack) {
        assertThat(Episode.of(attack)).isNotEmpty().allMatch(episode -> isWhatItIs(attack, episode));
    }

    @ParameterizedTest
    @EnumSource
    void noTwoEpisodesShareAnythingThatARuleCouldKnowThemBy(Attack attack) {
        Set<String> seen = new HashSet<>();
        for (Episode episode : Episode.of(attack)) {
            Set<String> own = new HashSet<>();
            Stream.of(DEVICE, CARD, TOKEN, API_KEY)
                    .forEach(kind -> own.addAll(
                            episode.values(activity -> activity.entities().id(kind))));
            assertThat(own).noneMatch(seen::contains);
            seen.addAll(own);
        }
    }

    private static boolean isWhatItIs(Attack attack, Episode e) {
        int size = e.activities().size();
        return switch (attack) {
            case CREDENTIAL_STUFFING ->
                e.logins("failed") > 0.9 * size && e.distinct(ACCOUNT) > 0.6 * size && e.distinct(IP) <= 4;
            case BRUTE_FORCE ->
                e.distinct(ACCOUNT) == 1 && e.logins("failed") == size && size >= 50 && e.distinct(IP) <= 5;
            case PASSWORD_SPRAYING -> e.distinct(IP) == 1 && e.distinct(ACCOUNT) > 0.6 * size && isFasterThan(10, e);
            case SLOW_SPRAYING ->
                e.distinct(ACCOUNT) > 0.6 * size
                        && !isFasterThan(8 * 60, e)
                        && e.lasts().toHours() > 10;
            case DISTRIBUTED_GUESSING ->
                e.distinct(ACCOUNT) == 1 && e.distinct(IP) > 0.8 * size && e.logins("failed") == size;
            case USER_ENUMERATION -> size >= 100 && e.distinct(IP) == 1 && isFasterThan(3, e);
            case ACCOUNT_TAKEOVER ->
                e.logins("failed") > 0
                        && e.logins("succeeded") > 0
                        && e.requests("/v1/account/password") > 0
                        && isStrangeTo(e);
            case MFA_FATIGUE ->
                e.logins("challenged") >= 8L * e.distinct(ACCOUNT)
                        && e.logins().stream().anyMatch(login -> "mfa-failed".equals(login.reason()));
            case IMPOSSIBLE_TRAVEL -> isSeenElsewhereWithinTheHour(e);
            case FAKE_SIGNUPS -> e.distinct(DEVICE) == 1 && e.signups().size() >= 25;
            case SIGNUP_FARM ->
                e.signups().size() >= 25 && e.distinct(DEVICE) > 5 && isOneNetwork(e) && haveOnePattern(e);
            case DISPOSABLE_SIGNUPS ->
                e.signups().size() == size && e.values(AttackTest::mailDomain).size() <= 3 && e.distinct(IP) > 10;
            case TRIAL_FARMING ->
                e.distinct(ACCOUNT) >= 5
                        && (e.distinct(DEVICE) == 1 || e.distinct(CARD) == 1)
                        && e.requests("/v1/trials") >= 5;
            case REFERRAL_RING ->
                e.signups().size() >= 15
                        && e.signups().stream()
                                        .map(signup -> signup.promo())
                                        .distinct()
                                        .count()
                                == 1;
            case SIGNUP_THEN_PAYMENT ->
                e.signups().size() >= 12 && e.payments("charge") >= 12 && e.distinct(DEVICE) <= 4;
            case CARD_TESTING -> e.distinct(CARD) == size && e.distinct(DEVICE) == 1 && e.declined() > 0.7 * size;
            case CARD_CRACKING -> e.distinct(CARD) == 1 && e.declined() >= 0.9 * size;
            case REFUND_ABUSE -> e.payments("refund") >= 0.4 * e.payments("charge") && e.distinct(DEVICE) == 1;
            case PROMO_ABUSE -> e.distinct(ACCOUNT) >= 12 && (e.distinct(DEVICE) == 1 || e.distinct(CARD) == 1);
            case PAYOUT_AFTER_CHANGE ->
                e.requests("/v1/account/") >= e.distinct(ACCOUNT) && e.payments("payout") >= 3 && isStrangeTo(e);
            case UNUSUAL_AMOUNT -> isFarAboveTheUsual(e);
            case STOLEN_API_KEY ->
                e.distinct(API_KEY) == 1
                        && e.countries().size() >= 2
                        && e.distinct(IP) >= 4
                        && e.innocentWith(API_KEY).size() > 20;
            case API_KEY_GUESSING -> e.distinct(API_KEY) == size && e.status(401) == size;
            case TOKEN_REFRESH_STORM -> e.distinct(ACCOUNT) == 1 && isFasterThan(5, e) && size >= 100;
            case SHARED_TOKEN -> e.distinct(TOKEN) == 1 && e.distinct(DEVICE) >= 10;
            case KEY_CREATION_BURST -> e.requests("/v1/api-keys") == size && size >= 20 && isFasterThan(30, e);
            case SCRAPING -> size >= 300 && rise(e) > 0.95 && isFasterThan(3, e);
            case CATALOGUE_CRAWL ->
                size >= 300 && rise(e) < 0.7 && e.requests("/v1/categories") > 10 && e.requests("/v1/search") > 10;
            case LOGGED_IN_SCRAPING -> e.distinct(ACCOUNT) == 1 && e.lasts().toHours() >= 1 && !isFasterThan(7, e);
            case DISTRIBUTED_SCRAPING ->
                e.distinct(IP) >= 90
                        && e.distinct(ACCOUNT) == 0
                        && e.values(a -> a.envelope().userAgent()).size() == 1;
            case VULNERABILITY_SCAN ->
                e.status(404, 403, 401, 301) > 0.9 * size
                        && e.values(AttackTest::path).size() > 30;
            case FUZZING ->
                e.status(400, 405, 422, 415) > 0.5 * size
                        && e.values(AttackTest::method).size() >= 6;
            case EMULATOR_FARM ->
                e.values(AttackTest::app).stream().allMatch(app -> Boolean.TRUE.equals(app.emulator()))
                        && e.distinct(ACCOUNT) >= 12
                        && e.distinct(IP) == 1;
            case UNOFFICIAL_CLIENT ->
                e.values(AttackTest::app).stream().allMatch(app -> Boolean.FALSE.equals(app.attested()));
            case WORKFLOW_SKIPPING ->
                e.requests("/v1/cart") + e.requests("/v1/checkout") == 0
                        && e.requests("/v1/payments") + e.requests("/v1/orders/") >= 15;
            case INVENTORY_HOLDING ->
                e.requests("/v1/cart") == size && e.payments().isEmpty() && size >= 50;
            case CHECKOUT_AUTOMATION -> e.payments().size() >= 20 && checkoutsTakeASecond(e);
            case COUPON_GUESSING ->
                e.status(404, 422) > 0.9 * size
                        && e.values(AttackTest::resource).size() > 0.9 * size;
            case EXPORT_BURST -> e.requests("/v1/export") == size && size >= 20 && e.distinct(ACCOUNT) == 1;
            case INVITE_BURST -> e.requests("/v1/invites") == size && size >= 50 && e.distinct(ACCOUNT) == 1;
            case SENSITIVE_ENDPOINT_FLOOD ->
                e.values(AttackTest::path).size() == 1 && size >= 300 && isFasterThan(2, e);
            case QUERY_FLOOD ->
                e.values(AttackTest::path).size() == size && e.requests("/v1/search") == size && isFasterThan(1, e);
            case EXPENSIVE_ENDPOINT ->
                e.requests(request -> Objects.requireNonNull(request.durationMs()) > 3_000) == size;
            case CREDIT_DRAIN ->
                e.requests("/v1/chat/completions") + e.requests("/v1/embeddings") == size && isFasterThan(7, e);
            case AUTOMATION_CLIENT ->
                e.distinct(ACCOUNT) == 1
                        && e.values(a -> a.envelope().userAgent()).stream()
                                .noneMatch(agent -> agent.contains(" Chrome/"));
            case LINKED_ACCOUNTS ->
                e.declined() >= 15
                        && e.signups().size() >= 2
                        && (sharesWithTheFirst(e, DEVICE) || sharesWithTheFirst(e, CARD));
        };
    }

    private static boolean isFasterThan(long seconds, Episode e) {
        return e.pause().compareTo(Duration.ofSeconds(seconds)) < 0;
    }

    /** None of the accounts has been seen on the device or the address. */
    private static boolean isStrangeTo(Episode e) {
        return e.innocentWith(DEVICE).isEmpty() && e.innocentWith(IP).isEmpty();
    }

    private static boolean isSeenElsewhereWithinTheHour(Episode e) {
        Activity first = e.activities().get(0);
        return first.envelope().attributes().containsKey("latitude")
                && e.innocentWith(ACCOUNT).stream()
                        .filter(owner -> owner.envelope().attributes().containsKey("latitude"))
                        .filter(owner -> !owner.envelope()
                                .attributes()
                                .equals(first.envelope().attributes()))
                        .anyMatch(owner -> Duration.between(owner.occurredAt(), first.occurredAt())
                                        .abs()
                                        .toMinutes()
                                < 60);
    }

    private static boolean isOneNetwork(Episode e) {
        return e.values(activity ->
                                Objects.requireNonNull(activity.entities().ip()).replaceAll("\\.\\d+$", ""))
                        .size()
                == 1;
    }

    private static boolean haveOnePattern(Episode e) {
        return e.signups().stream()
                        .map(signup -> Objects.requireNonNull(signup.email()).replaceAll("[0-9]", ""))
                        .distinct()
                        .count()
                == 1;
    }

    private static boolean isFarAboveTheUsual(Episode e) {
        BigDecimal usual = e.innocentWith(CARD).stream()
                .filter(Payment.class::isInstance)
                .map(activity -> Objects.requireNonNull(((Payment) activity).amount()))
                .max(BigDecimal::compareTo)
                .orElseThrow();
        return e.payments().stream()
                .allMatch(payment ->
                        Objects.requireNonNull(payment.amount()).compareTo(usual.multiply(BigDecimal.TEN)) > 0);
    }

    /** How many of the products that are read come after the one before. */
    private static double rise(Episode e) {
        List<Integer> products = e.requests().stream()
                .filter(request -> Objects.requireNonNull(request.path()).startsWith("/v1/products/"))
                .map(request -> Integer.valueOf(request.path().substring("/v1/products/".length())))
                .toList();
        int rises = 0;
        for (int i = 1; i < products.size(); i++) {
            rises += products.get(i) > products.get(i - 1) ? 1 : 0;
        }
        return (double) rises / products.size();
    }

    private static boolean checkoutsTakeASecond(Episode e) {
        List<Activity> all = e.activities();
        for (int i = 3; i < all.size(); i++) {
            if (all.get(i) instanceof Payment
                    && Duration.between(all.get(i - 3).occurredAt(), all.get(i).occurredAt())
                                    .toMillis()
                            > 1_000) {
                return false;
            }
        }
        return true;
    }

    private static boolean sharesWithTheFirst(Episode e, EntityKind kind) {
        Activity last = e.activities().get(e.activities().size() - 1);
        String account = last.entities().account();
        return e.activities().stream()
                .filter(activity -> !Objects.equals(activity.entities().account(), account))
                .anyMatch(activity -> e.activities().stream()
                        .filter(later -> Objects.equals(later.entities().account(), account))
                        .anyMatch(later -> later.entities().id(kind) != null
                                && Objects.equals(
                                        later.entities().id(kind),
                                        activity.entities().id(kind))));
    }

    private static @Nullable String mailDomain(Activity activity) {
        return activity instanceof Signup signup
                ? Objects.requireNonNull(signup.email()).replaceAll(".*@", "")
                : null;
    }

    private static @Nullable String path(Activity activity) {
        return activity instanceof ApiRequest request ? request.path() : null;
    }

    private static @Nullable String method(Activity activity) {
        return activity instanceof ApiRequest request ? request.method() : null;
    }

    private static @Nullable String resource(Activity activity) {
        return activity instanceof ApiRequest request ? request.resource() : null;
    }

    private static App app(Activity activity) {
        return Objects.requireNonNull(activity.envelope().app());
    }
}
