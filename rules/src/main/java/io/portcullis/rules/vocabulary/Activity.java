package io.portcullis.rules.vocabulary;

import io.portcullis.domain.activity.Envelope;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one fact of an evaluation: something that happened, with the entities that it touches. Of any text, rules see the
 * first {@value #LONGEST_TEXT} characters.
 */
public abstract sealed class Activity permits ApiRequest, Login, Signup, Payment {

    /** Attackers choose texts, and matching one takes the longer the longer it is. */
    private static final int LONGEST_TEXT = 1024;

    private static final int LONGEST_NUMBER = 32;
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?");

    private final io.portcullis.domain.activity.Activity activity;
    private final Cast cast;
    private final AppProfile app;
    private final boolean reported;

    Activity(io.portcullis.domain.activity.Activity activity, Cast cast, Background background) {
        this.activity = activity;
        this.cast = cast;
        this.app = new AppProfile(activity.envelope().app(), background);
        this.reported = background.reported();
    }

    /** {@code api-request}, {@code login}, {@code signup} or {@code payment}. */
    public final String getType() {
        return activity.type().label();
    }

    /** Whether its producer reported it; false for the log-in, sign-up or payment that a request stands for. */
    public final boolean isReported() {
        return reported;
    }

    public final Entity getUser() {
        return cast.user();
    }

    public final Entity getAccount() {
        return cast.account();
    }

    public final Entity getOrganization() {
        return cast.organization();
    }

    public final Entity getDevice() {
        return cast.device();
    }

    public final Entity getIp() {
        return cast.ip();
    }

    public final Entity getApiKey() {
        return cast.apiKey();
    }

    public final Entity getToken() {
        return cast.token();
    }

    public final Entity getSession() {
        return cast.session();
    }

    public final Entity getCard() {
        return cast.card();
    }

    public final Network getNetwork() {
        return cast.network();
    }

    public final Client getClient() {
        return cast.client();
    }

    public final Endpoint getEndpoint() {
        return cast.endpoint();
    }

    public final AppProfile getApp() {
        return app;
    }

    public final String getUserAgent() {
        return text(envelope().userAgent());
    }

    public final String getReferrer() {
        return text(envelope().referrer());
    }

    /** How many headers the producer lists; 0 when it lists none. */
    public final int getHeaderCount() {
        return envelope().headers().size();
    }

    /** A field that Portcullis does not know, as text; empty when the activity has none of that name. */
    public final String attribute(String name) {
        Object value = envelope().attributes().get(name);
        return value == null ? "" : text(value.toString());
    }

    /** The same as a number; not a number, which no comparison holds for, when there is none of that name. */
    public final double number(String name) {
        Object value = envelope().attributes().get(name);
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return value instanceof String text
                        && text.length() <= LONGEST_NUMBER
                        && NUMBER.matcher(text).matches()
                ? Double.parseDouble(text)
                : Double.NaN;
    }

    /** The hour of the day, 0 to 23, in the zone that {@code calendar.yaml} names. */
    public final int getHour() {
        return local().getHour();
    }

    /** {@code monday} to {@code sunday}, in the zone that {@code calendar.yaml} names. */
    public final String getWeekday() {
        return local().getDayOfWeek().name().toLowerCase(Locale.ROOT);
    }

    private ZonedDateTime local() {
        return activity.occurredAt().atZone(cast.means().zone());
    }

    /** What {@code path matches "…"} is compiled to: whether the whole text matches the expression of that number. */
    public final boolean textMatches(int pattern, String text) {
        return cast.means().patterns().matches(pattern, text);
    }

    /** What {@code Mark("…")} is compiled to: whether the activity carries the mark of that number; never when it is negative. */
    public final boolean marked(int mark) {
        return mark >= 0 && cast.marking().isMarked(mark);
    }

    final Envelope envelope() {
        return activity.envelope();
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value.length() <= LONGEST_TEXT ? value : value.substring(0, LONGEST_TEXT);
    }
}
