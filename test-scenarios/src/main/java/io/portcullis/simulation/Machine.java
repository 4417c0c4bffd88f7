package io.portcullis.simulation;

/** A program that means well and says so: a monitor, a partner's integration, a search engine's crawler. */
final class Machine extends Scripted {

    private final Persona persona;
    private final long pause;
    private final String path;
    private final int resources;
    private final Dice dice;

    private Machine(long start, Persona persona, long pause, String path, int resources, Dice dice) {
        super(start);
        this.persona = persona;
        this.pause = pause;
        this.path = path;
        this.resources = resources;
        this.dice = dice;
    }

    /** @param busiest the least time between two requests of any machine, milliseconds: a small world has no busy ones */
    static Machine monitor(int number, long start, long busiest, Dice dice) {
        Places.Place place = Places.office(3_000 + number);
        Persona persona =
                Clients.named("Mozilla/5.0+(compatible; UptimeRobot/2.0)").from(place);
        return new Machine(start, persona, Math.max(Rhythm.MINUTE, busiest), "/health", 0, dice);
    }

    static Machine partner(int number, long start, long busiest, Dice dice) {
        Places.Place place = Places.office(3_500 + number);
        Persona persona = Clients.named("partner-sync/3.2 (java 21)")
                .apiKey("key-" + number)
                .organization("partner-" + number)
                .from(place);
        return new Machine(start, persona, Math.max(40_000, busiest), "/v1/orders/", 20_000, dice);
    }

    static Machine crawler(int number, long start, long busiest, Dice dice) {
        Places.Place place = Places.office(3_900 + number);
        Persona persona = Clients.named("Mozilla/5.0 (compatible; Googlebot/2.1; +http://example.org/bot.html)")
                .from(place);
        return new Machine(start, persona, Math.max(50_000, busiest), "/v1/products/", 4_000, dice);
    }

    @Override
    void plan() {
        if (resources == 0) {
            then(pause, (at, id) -> persona.request(at, id, "GET", path, 200, dice));
            return;
        }
        int resource = dice.below(resources);
        then(
                dice.between(80, 120) * pause / 100,
                (at, id) -> persona.request(at, id, "GET", path + resource, 200, "object-" + resource, dice));
    }
}
