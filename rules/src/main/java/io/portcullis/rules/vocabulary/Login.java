package io.portcullis.rules.vocabulary;

/** An attempt to log in. */
public final class Login extends Activity {

    private final io.portcullis.domain.activity.Login login;

    /** One that reference data know nothing of. */
    public Login(io.portcullis.domain.activity.Login login, Cast cast) {
        this(login, cast, Background.NONE);
    }

    public Login(io.portcullis.domain.activity.Login login, Cast cast, Background background) {
        super(login, cast, background);
        this.login = login;
    }

    public boolean isSucceeded() {
        return login.outcome().equals("succeeded");
    }

    /** Whether it was refused; not when the server could not handle it. */
    public boolean isFailed() {
        return login.outcome().equals("failed") && !isError();
    }

    /** Whether it failed through no fault of whoever logs in: {@code error}, {@code timeout}, {@code unavailable} … */
    public boolean isError() {
        return login.isError();
    }

    public boolean isChallenged() {
        return login.outcome().equals("challenged");
    }

    /** bad-password, unknown-user, locked, mfa-failed or what the producer says; empty when it is not known. */
    public String getReason() {
        return text(login.reason());
    }

    /** password, mfa, sso, token-refresh, password-reset or what the producer says; empty when it is not known. */
    public String getMethod() {
        return text(login.method());
    }
}
