package io.portcullis.simulation;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ApiRequest;
import io.portcullis.domain.activity.Login;
import io.portcullis.domain.activity.Network;
import io.portcullis.domain.activity.Payment;
import io.portcullis.domain.activity.Signup;
import io.portcullis.domain.entity.EntityKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What one attacker did, and what innocents did with the same accounts and keys, to ask questions of. */
record Episode(List<Activity> activities, List<Activity> innocent) {

    /** Every episode of an attack, in a world in which there is no other, that the end of the world does not cut. */
    static List<Episode> of(Attack attack) {
        Map<Label, Episode> episodes = new LinkedHashMap<>();
        List<Activity> innocent = new ArrayList<>();
        new Simulation(60_000, 41, Set.of(attack)).play((activity, label) -> {
            if (label == null) {
                innocent.add(activity);
            } else {
                episodes.computeIfAbsent(label, l -> new Episode(new ArrayList<>(), innocent))
                        .activities
                        .add(activity);
            }
        });
        Instant end = innocent.get(innocent.size() - 1).occurredAt().minus(Duration.ofHours(12));
        return episodes.values().stream()
                .filter(episode -> episode.last().occurredAt().isBefore(end))
                .toList();
    }

    private Activity last() {
        return activities.get(activities.size() - 1);
    }

    Duration lasts() {
        return Duration.between(activities.get(0).occurredAt(), last().occurredAt());
    }

    Duration pause() {
        return lasts().dividedBy(Math.max(1, activities.size() - 1));
    }

    int distinct(EntityKind kind) {
        return values(activity -> activity.entities().id(kind)).size();
    }

    <T> Set<T> values(Function<Activity, T> of) {
        return activities.stream().map(of).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    Set<String> countries() {
        return values(Activity::envelope).stream()
                .map(envelope -> envelope.network())
                .filter(Objects::nonNull)
                .map(Network::country)
                .collect(Collectors.toSet());
    }

    List<Activity> innocentWith(EntityKind kind) {
        Set<String> same = values(activity -> activity.entities().id(kind));
        return innocent.stream()
                .filter(activity -> activity.entities().id(kind) != null
                        && same.contains(activity.entities().id(kind)))
                .toList();
    }

    List<ApiRequest> requests() {
        return only(ApiRequest.class);
    }

    long requests(Predicate<ApiRequest> which) {
        return requests().stream().filter(which).count();
    }

    long requests(String path) {
        return requests(request -> Objects.requireNonNull(request.path()).startsWith(path));
    }

    long status(int... of) {
        return requests(request -> IntStream.of(of).anyMatch(status -> Objects.equals(request.status(), status)));
    }

    List<Login> logins() {
        return only(Login.class);
    }

    long logins(String outcome) {
        return logins().stream()
                .filter(login -> login.outcome().equals(outcome))
                .count();
    }

    List<Signup> signups() {
        return only(Signup.class);
    }

    List<Payment> payments() {
        return only(Payment.class);
    }

    long payments(String kind) {
        return payments().stream()
                .filter(payment -> payment.kind().equals(kind))
                .count();
    }

    long declined() {
        return payments().stream()
                .filter(payment -> payment.outcome().equals("declined"))
                .count();
    }

    private <T extends Activity> List<T> only(Class<T> type) {
        return activities.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public String toString() {
        return activities.size() + " activities in " + lasts();
    }
}
