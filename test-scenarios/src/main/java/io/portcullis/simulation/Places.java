package io.portcullis.simulation;

import io.portcullis.domain.activity.Network;

/** Where traffic comes from: private address space for those who mean well, documentation and test ranges for others. */
final class Places {

    private static final String[] COUNTRIES = {"DE", "FR", "NL", "PL", "ES", "IT", "SE", "AT"};

    private Places() {}

    /** An address with its network. */
    record Place(String ip, Network network) {}

    static Place home(int number) {
        String country = COUNTRIES[number % COUNTRIES.length];
        return new Place(
                "10." + (number >> 16 & 127) + "." + (number >> 8 & 255) + "." + (number & 255),
                new Network(country, "AS" + (64_512 + number % 40), "residential"));
    }

    /** The homes of those who are new, none of them anybody else's. */
    static Place newHome(int number) {
        return home((1 << 22) + number);
    }

    /** A carrier's gateway: some three hundred phones behind each address. */
    static Place carrier(int number) {
        int gateway = number / 300;
        return new Place(
                "100.64." + (gateway >> 8 & 63) + "." + (gateway & 255),
                new Network(COUNTRIES[gateway % COUNTRIES.length], "AS" + (64_600 + gateway % 6), "mobile"));
    }

    static Place office(int number) {
        return new Place(
                "172.16." + (number >> 8 & 15) + "." + (number & 255),
                new Network(COUNTRIES[number % COUNTRIES.length], "AS" + (64_700 + number % 20), "business"));
    }

    static Place school(int number) {
        return new Place(
                "172.24." + (number >> 8 & 255) + "." + (number & 255),
                new Network(COUNTRIES[number % COUNTRIES.length], "AS" + (64_740 + number % 5), "business"));
    }

    static Place abroad(Dice dice) {
        int number = dice.below(60_000);
        return new Place(
                "10.200." + (number >> 8) + "." + (number & 255),
                new Network(dice.chance(50) ? "US" : "JP", "AS" + (64_800 + number % 10), "residential"));
    }

    static Place datacenter(Dice dice) {
        return new Place(
                "198.18." + dice.below(256) + "." + dice.between(1, 254),
                new Network("NL", "AS" + (64_900 + dice.below(8)), "datacenter"));
    }

    /** An address of somebody's home that an attacker has rented. */
    static Place residentialProxy(Dice dice) {
        int number = dice.below(1 << 15);
        return new Place(
                "198.19." + (number >> 8) + "." + (number & 255),
                new Network(dice.chance(50) ? "BR" : "VN", "AS" + (65_000 + dice.below(300)), "residential"));
    }
}
