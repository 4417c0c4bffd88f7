package io.portcullis.rules;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ApiRequest;
import io.portcullis.domain.activity.Login;
import io.portcullis.domain.activity.Payment;
import io.portcullis.domain.activity.Signup;
import io.portcullis.rules.language.TallyWords;
import io.portcullis.rules.memory.Inferred;
import io.portcullis.rules.memory.Marks;
import io.portcullis.rules.memory.Schema;
import io.portcullis.rules.vocabulary.EndpointProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds the tallies that an activity counts under by what it is. Safe for use by several threads. */
final class TallyMarks {

    /** More than most traffic needs; what does not fit is worked out each time. */
    private static final int CACHED = 8192;

    private final Schema schema;
    private final Map<Words, Marks> known = new ConcurrentHashMap<>();

    /** Stands for every word that no rule can ask for: otherwise, whoever chooses the words would fill the memory. */
    private static final String OTHER = "other";

    /** The few words of an activity that decide which tallies it counts under. */
    private record Words(
            String type, @Nullable String first, @Nullable String second, String purpose, int status, String probe) {}

    TallyMarks(Schema schema) {
        this.schema = schema;
    }

    /** How many of them are kept. */
    int kept() {
        return known.size();
    }

    Marks of(Activity activity, EndpointProfile endpoint, String probe) {
        Words words = words(activity, endpoint, probe);
        Marks marks = known.get(words);
        if (marks == null) {
            marks = schema.marks(names(words));
            if (known.size() < CACHED) {
                known.put(words, marks);
            }
        }
        return marks;
    }

    private static Words words(Activity activity, EndpointProfile endpoint, String probe) {
        String type = activity.type().label();
        if (activity instanceof ApiRequest request) {
            int status = request.status() == null ? 0 : request.status();
            return new Words(type, method(request), endpoint.sensitivity(), endpoint.purpose(), status, probe);
        } else if (activity instanceof Login login) {
            String outcome = login.isError() ? "error" : login.outcome();
            String why = login.isError()
                    ? null
                    : login.outcome().equals("failed") ? known(login.reason(), TallyWords.REASONS) : null;
            String how = known(login.method(), TallyWords.LOGIN_METHODS);
            return new Words(type, outcome, why, how == null ? "" : how, 0, "");
        } else if (activity instanceof Signup signup) {
            return new Words(type, signup.outcome(), null, "", 0, "");
        } else {
            Payment payment = (Payment) activity;
            return new Words(type, payment.outcome(), payment.kind(), "", 0, "");
        }
    }

    private static @Nullable String method(ApiRequest request) {
        String method = request.method();
        return known(method == null ? null : method.toLowerCase(Locale.ROOT), TallyWords.METHODS);
    }

    private static @Nullable String known(@Nullable String word, Set<String> words) {
        return word == null || words.contains(word) ? word : OTHER;
    }

    private static List<String> names(Words words) {
        List<String> names = new ArrayList<>();
        switch (words.type()) {
            case "api-request" -> {
                request(words, names);
                StandsFor.tallies(words.purpose(), words.first(), words.status()).stream()
                        .map(Inferred::of)
                        .forEach(names::add);
            }
            case "login" -> {
                names.add("login." + words.first());
                if (words.second() != null) {
                    names.add("login." + words.first() + "." + words.second());
                }
                if (!words.purpose().isEmpty()) {
                    names.add("login.method." + words.purpose());
                    names.add("login." + words.first() + "." + words.purpose());
                }
            }
            case "signup" -> names.add("signup." + words.first());
            default -> {
                names.add("payment." + words.first());
                names.add("payment." + words.second() + "." + words.first());
            }
        }
        return names;
    }

    private static void request(Words words, List<String> names) {
        names.add("request");
        if (words.status() > 0) {
            names.add("request.status." + words.status());
            names.add("request.status." + words.status() / 100 + "xx");
        }
        if (words.first() != null) {
            names.add("request.method." + words.first());
        }
        names.add("request.sensitivity." + words.second());
        if ("high".equals(words.second())) {
            names.add("request.sensitive");
        }
        if (!words.probe().isEmpty()) {
            names.add("request.probe." + words.probe());
        }
        if (!words.purpose().isEmpty()) {
            names.add("request.purpose." + words.purpose());
            StandsFor.result(words.first(), words.status())
                    .ifPresent(result -> names.add("request.purpose." + words.purpose() + "." + result));
        }
    }
}
