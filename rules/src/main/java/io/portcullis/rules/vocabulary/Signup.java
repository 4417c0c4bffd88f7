package io.portcullis.rules.vocabulary;

import java.util.Locale;

/** An attempt to sign up. */
public final class Signup extends Activity {

    private final io.portcullis.domain.activity.Signup signup;
    private final Listing mail;

    /** One that reference data know nothing of. */
    public Signup(io.portcullis.domain.activity.Signup signup, Cast cast) {
        this(signup, cast, Background.NONE);
    }

    public Signup(io.portcullis.domain.activity.Signup signup, Cast cast, Background background) {
        super(signup, cast, background);
        this.signup = signup;
        this.mail = background.mail();
    }

    public boolean isSucceeded() {
        return signup.outcome().equals("succeeded");
    }

    public boolean isRejected() {
        return signup.outcome().equals("rejected");
    }

    public String getEmail() {
        return text(signup.email());
    }

    /** Behind the last {@code @}, in lower case; empty when there is none. */
    public String getEmailDomain() {
        String email = getEmail();
        int at = email.lastIndexOf('@');
        return at < 0 ? "" : email.substring(at + 1).toLowerCase(Locale.ROOT);
    }

    /** Whether its mail domain, or one above it, is on the list {@code disposable-mail}. */
    public boolean isDisposableEmail() {
        return mail.isListed("disposable-mail");
    }

    /** Whether its mail domain is on the list {@code free-mail}: anybody gets a mailbox there. */
    public boolean isFreeEmail() {
        return mail.isListed("free-mail");
    }

    public String getPhone() {
        return text(signup.phone());
    }

    public String getPromo() {
        return text(signup.promo());
    }
}
