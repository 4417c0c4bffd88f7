package io.portcullis.rules.language;

import io.portcullis.domain.activity.Choice;
import io.portcullis.rules.reference.EndpointCatalogue;
import io.portcullis.rules.reference.ProbeCatalogue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The tallies that a rule can ask for: those that every activity is counted under, and those that rules define. */
final class TallyNames {

    /** A name that a rule may define: it must not look like one of ours. */
    private static final Pattern OWN = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*){0,4}");

    private static final Set<String> ROOTS = Set.of("request", "login", "signup", "payment");

    private final SortedSet<String> names = new TreeSet<>();
    private final Set<String> defined = new TreeSet<>();

    TallyNames() {
        requests();
        for (String outcome : Choice.LOGIN_OUTCOME.words()) {
            names.add("login." + outcome);
            for (String method : TallyWords.LOGIN_METHODS) {
                names.add("login.method." + method);
                names.add("login." + outcome + "." + method);
            }
        }
        for (String reason : TallyWords.REASONS) {
            names.add("login.failed." + reason);
        }
        for (String kind : Choice.PAYMENT_KIND.words()) {
            for (String outcome : Choice.PAYMENT_OUTCOME.words()) {
                names.add("payment." + outcome);
                names.add("payment." + kind);
                names.add("payment." + kind + "." + outcome);
            }
        }
        names.addAll(Set.of(
                "login", "login.error", "login.method", "signup", "signup.succeeded", "signup.rejected", "payment"));
    }

    private void requests() {
        names.addAll(Set.of("request", "request.sensitive", "request.status", "request.method", "request.purpose"));
        names.add("request.sensitivity");
        EndpointCatalogue.SENSITIVITIES.forEach(sensitivity -> names.add("request.sensitivity." + sensitivity));
        for (int status = 100; status < 600; status++) {
            names.add("request.status." + status);
            names.add("request.status." + status / 100 + "xx");
        }
        for (String method : TallyWords.METHODS) {
            names.add("request.method." + method);
        }
        names.add("request.probe");
        ProbeCatalogue.KINDS.forEach(kind -> names.add("request.probe." + kind));
        EndpointCatalogue.PURPOSES.forEach(purpose -> {
            names.add("request.purpose." + purpose);
            names.add("request.purpose." + purpose + ".failed");
            names.add("request.purpose." + purpose + ".succeeded");
        });
    }

    /** Makes a name known that a rule counts; false when a rule may not define it. */
    boolean define(String name) {
        if (!OWN.matcher(name).matches() || ROOTS.contains(name.split("\\.", 2)[0])) {
            return false;
        }
        for (int end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
            names.add(name.substring(0, end));
            defined.add(name.substring(0, end));
        }
        return true;
    }

    boolean exists(String name) {
        return names.contains(name);
    }

    boolean isDefinedByRule(String name) {
        return defined.contains(name);
    }

    SortedSet<String> all() {
        return names;
    }
}
