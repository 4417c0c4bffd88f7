package io.portcullis.rules.vocabulary;

/**
 * An entity that the activity touches, with its memory including this activity. One that the activity does not name is
 * there, empty: it counts zero, and nothing ever happened to it.
 *
 * <p>A window is a literal of seconds, minutes, hours or days: {@code "30s"}, {@code "10m"}, {@code "24h"},
 * {@code "30d"}. A tally is a dotted name: {@code "login.failed"}.
 */
public sealed class Entity permits Network, Client, Endpoint {

    private final Recall recall;
    private final Listing listing;

    /** One that is on no list. */
    public Entity(Recall recall) {
        this(recall, Listing.NOWHERE);
    }

    public Entity(Recall recall, Listing listing) {
        this.recall = recall;
        this.listing = listing;
    }

    /** Whether the activity names it. */
    public final boolean isPresent() {
        return recall.id() != null;
    }

    /** The identifier; empty when the activity does not name it. */
    public final String getId() {
        String id = recall.id();
        return id == null ? "" : id;
    }

    /** Whether it is on the list of that name, which {@code lists.yaml} declares. */
    public final boolean listed(String list) {
        return listing.isListed(list);
    }

    /** How many activities of that tally in the window: exact to 64, then over at least 59/60 of the window. */
    public final long count(String tally, String window) {
        return recall.count(tally, window);
    }

    /** How many distinct entities of that kind in the window: exact to 256, then estimated to within 9 %. */
    public final long distinct(String dimension, String window) {
        return recall.distinct(dimension, "", window);
    }

    /** As {@link #distinct(String, String)}, over activities of that tally alone. */
    public final long distinct(String dimension, String tally, String window) {
        return recall.distinct(dimension, tally, window);
    }

    /**
     * The sum of {@code amount}, {@code bytes} or {@code durationMs} over activities of that tally in the window. Amounts
     * are summed in the currency of this activity: where the entity uses another one more often, the answer is not a
     * number, which no comparison holds for.
     */
    public final double sum(String field, String tally, String window) {
        return recall.sum(field, tally, window);
    }

    /** As {@link #count(String, String)}: what rules are compiled to. */
    public final long count(int slot) {
        return recall.count(slot);
    }

    /** As {@link #distinct(String, String, String)}: what rules are compiled to. */
    public final long distinct(int slot) {
        return recall.distinct(slot);
    }

    /** As {@link #since(String)}: what rules are compiled to. */
    public final long since(int slot) {
        return recall.since(slot);
    }

    /** As {@link #isNew(String, String, String)}: what rules are compiled to. */
    public final boolean isNew(int slot) {
        return recall.isNew(slot);
    }

    /** Activities of that tally a minute, over the window. */
    public final double rate(String tally, String window) {
        return recall.rate(tally, window);
    }

    /** Seconds since the last activity of that tally, 0 when it is this one; very many when there was none. */
    public final long since(String tally) {
        return recall.since(tally);
    }

    /** Seconds since the entity was first seen; it is forgotten when it is silent for 30 days. */
    public final long age() {
        return recall.age();
    }

    /** Its risk from earlier decisions, 0 to 100, halved every 24 hours. */
    public final double standing() {
        return recall.standing();
    }

    /** Whether this activity's entity of that kind is one that this entity had not met in the window. */
    public final boolean isNew(String dimension, String window) {
        return recall.isNew(dimension, "", window);
    }

    /** As {@link #isNew(String, String)}, among activities of that tally alone; false when this is none. */
    public final boolean isNew(String dimension, String tally, String window) {
        return recall.isNew(dimension, tally, window);
    }

    /** How often, in the window, an activity had another entity of that kind than the activity before it. */
    public final long switches(String dimension, String window) {
        return recall.switches(dimension, "", window);
    }

    /** As {@link #switches(String, String)}, among activities of that tally alone. */
    public final long switches(String dimension, String tally, String window) {
        return recall.switches(dimension, tally, window);
    }

    /** How many activities of that tally a window of that width usually holds, over the last 30 days. */
    public final double usual(String tally, String window) {
        return recall.usual(tally, window);
    }

    /**
     * How irregular the gaps between its latest 32 activities of that tally are, deviation over mean: 0 for a
     * metronome, 1 for chance, and while there are fewer than 17.
     */
    public final double irregularity(String tally) {
        return recall.irregularity(tally);
    }

    /** How many resources in a row it has read in the order of their numbers. */
    public final long run() {
        return recall.run();
    }

    /**
     * How fast it would have had to travel from where it was in the last activity of that tally, kilometres an hour: 0
     * within 100 km, where an activity tells no place, and when this activity is none of that tally.
     */
    public final double speed(String tally) {
        return recall.speed(tally);
    }

    /**
     * How many times the 99.9th percentile of its peers at this endpoint it has used it itself, in activities of that
     * tally and the current window, which began at a multiple of its width: {@code "10m"}, {@code "1h"} or
     * {@code "24h"}. Peers are those of its kind; 0 while too few of them are known, and where there is no endpoint.
     */
    public final double peers(String tally, String window) {
        return recall.peers(tally, window);
    }

    /** As {@link #peers(String, String)}: what rules are compiled to. */
    public final double peers(int slot) {
        return recall.peers(slot);
    }
}
