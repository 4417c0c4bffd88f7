package io.portcullis.rules;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ApiRequest;
import io.portcullis.domain.activity.Login;
import io.portcullis.domain.activity.Payment;
import io.portcullis.domain.activity.Signup;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The event that a request stands for, by what its endpoint is for and how it was answered: an access log knows no
 * log-ins, but a POST to a login endpoint is one. 400, 401, 403, 404, 409, 410 and 422 are a refusal, 2xx and 3xx a
 * success; an overloaded or broken server (429, 5xx) says nothing.
 */
final class StandsFor {

    private static final Set<String> ACTS = Set.of("post", "put", "patch");
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 402, 403, 404, 409, 410, 422);

    private StandsFor() {}

    /**
     * How a call ended, for the tallies of its purpose: {@code request.purpose.promo.failed}. Whatever is refused has
     * failed; only an act succeeds, not who looks at its form.
     *
     * @param method in lower case
     * @param status 0 where it is not known
     */
    static Optional<String> result(@Nullable String method, int status) {
        if (method == null || method.equals("options")) {
            return Optional.empty();
        }
        return REFUSALS.contains(status)
                ? Optional.of("failed")
                : ACTS.contains(method) && status >= 200 && status < 400 ? Optional.of("succeeded") : Optional.empty();
    }

    private static Optional<String> actResult(@Nullable String method, int status) {
        return method != null && ACTS.contains(method) ? result(method, status) : Optional.empty();
    }

    /** The tallies of the event; empty where the request stands for none. */
    static List<String> tallies(String purpose, @Nullable String method, int status) {
        Optional<String> result = actResult(method, status);
        if (result.isEmpty()) {
            return List.of();
        }
        boolean failed = result.get().equals("failed");
        return switch (purpose) {
            case "login" -> login(failed ? "failed" : "succeeded", "password");
            case "mfa" ->
                failed
                        ? List.of("login.failed.mfa-failed", "login.failed.mfa", "login.method.mfa")
                        : login("succeeded", "mfa");
            case "token" -> login(failed ? "failed" : "succeeded", "token-refresh");
            // A link is sent, and nobody is in yet.
            case "password-reset" -> login(failed ? "failed" : "challenged", "password-reset");
            case "signup" -> List.of("signup." + (failed ? "rejected" : "succeeded"));
            case "payment", "checkout" -> payment("charge", failed);
            case "refund", "payout" -> payment(purpose, failed);
            default -> List.of();
        };
    }

    private static List<String> login(String outcome, String method) {
        return List.of("login." + outcome, "login." + outcome + "." + method, "login.method." + method);
    }

    private static List<String> payment(String kind, boolean failed) {
        String outcome = failed ? "declined" : "approved";
        return List.of("payment." + outcome, "payment." + kind + "." + outcome);
    }

    /** The event itself, with the request's entities; null where the request stands for none. */
    static @Nullable Activity event(ApiRequest request, String purpose) {
        String method = request.method();
        Optional<String> result = purpose.isEmpty() || method == null || request.status() == null
                ? Optional.empty()
                : actResult(method.toLowerCase(Locale.ROOT), request.status());
        if (result.isEmpty()) {
            return null;
        }
        boolean failed = result.get().equals("failed");
        return switch (purpose) {
            case "login" -> login(request, failed ? "failed" : "succeeded", null, "password");
            case "mfa" -> login(request, failed ? "failed" : "succeeded", failed ? "mfa-failed" : null, "mfa");
            case "token" -> login(request, failed ? "failed" : "succeeded", null, "token-refresh");
            case "password-reset" -> login(request, failed ? "failed" : "challenged", null, "password-reset");
            case "signup" -> new Signup(request.envelope(), failed ? "rejected" : "succeeded", null, null, null);
            case "payment", "checkout" -> payment(request, "charge", failed);
            case "refund", "payout" -> payment(request, purpose, failed);
            default -> null;
        };
    }

    private static Activity login(ApiRequest request, String outcome, @Nullable String reason, String method) {
        return new Login(request.envelope(), outcome, reason, method);
    }

    private static Activity payment(ApiRequest request, String kind, boolean failed) {
        return new Payment(request.envelope(), failed ? "declined" : "approved", kind, null, null, null, null, null);
    }
}
