package io.portcullis.simulation.stage;

import io.portcullis.domain.activity.Network;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where traffic comes from: private address space for those who mean well (search engines apart, whose ranges are
 * published), documentation and test ranges for others.
 */
public final class Places {

    private static final City[] NEAR = {
        new City("DE", 52.5, 13.4),
        new City("FR", 48.9, 2.4),
        new City("NL", 52.4, 4.9),
        new City("PL", 52.2, 21.0),
        new City("ES", 40.4, -3.7),
        new City("IT", 41.9, 12.5),
        new City("SE", 59.3, 18.1),
        new City("AT", 48.2, 16.4)
    };

    private static final City[] VPN = {new City("CH", 47.4, 8.5), new City("US", 40.7, -74.0)};

    private static final City[] FAR = {
        new City("US", 40.7, -74.0),
        new City("JP", 35.7, 139.7),
        new City("BR", -23.5, -46.6),
        new City("VN", 21.0, 105.9),
        new City("ZA", -26.2, 28.0),
        new City("IN", 19.1, 72.9),
        new City("AU", -33.9, 151.2),
        new City("MX", 19.4, -99.1)
    };

    private static final String[] RENTED = {"BR", "VN", "ID", "TR", "UA", "MX", "IN", "PH", "TH", "AR"};
    private static final String[] HOSTED = {"NL", "US", "DE", "FR", "SG", "RU", "RO"};

    private Places() {}

    /**
     * An address with what is known of it.
     *
     * @param coordinates latitude and longitude, when they are known
     */
    public record Place(String ip, @Nullable Network network, Map<String, Object> coordinates) {

        Place(String ip, String country, int asn, String kind) {
            this(ip, new Network(country, "AS" + asn, kind), Map.of());
        }

        /** The same place, where the producer does not know the network. */
        public Place unknown() {
            return new Place(ip, null, coordinates);
        }

        /** Another address of the same network. */
        public Place at(String otherIp) {
            return new Place(otherIp, network, coordinates);
        }

        private Place in(City city) {
            return new Place(ip, network, city.coordinates());
        }
    }

    private record City(String country, Map<String, Object> coordinates) {

        City(String country, double latitude, double longitude) {
            this(country, sorted(latitude, longitude));
        }

        // Sorted, because it is written in the order in which it is iterated.
        private static Map<String, Object> sorted(double latitude, double longitude) {
            return Collections.unmodifiableMap(new TreeMap<>(
                    Map.of("latitude", BigDecimal.valueOf(latitude), "longitude", BigDecimal.valueOf(longitude))));
        }
    }

    private static City near(int number) {
        return NEAR[number % NEAR.length];
    }

    /** A home; of one in three it is known where it is, of one in twenty-three not whose network. */
    public static Place home(int number) {
        City city = near(number);
        Place place = new Place(
                "10." + (number >> 16 & 127) + "." + (number >> 8 & 255) + "." + (number & 255),
                city.country(),
                64_512 + number % 40,
                "residential");
        Place told = number % 23 == 5 ? place.unknown() : place;
        return isLocated(number) ? told.in(city) : told;
    }

    private static boolean isLocated(int number) {
        return number % 3 == 0;
    }

    /** The homes of those who are new, none of them anybody else's. */
    public static Place newHome(int number) {
        return home((1 << 22) + number);
    }

    /** A home of which it is known where it is, and not one that {@link #newHome} gives to those who are few. */
    public static Place locatedHome(Dice dice) {
        return home((5 << 21) + 2 + 3 * dice.below(200_000));
    }

    /** A carrier's gateway, in the country of the home of the same number: some three hundred phones on an address. */
    public static Place carrier(int number) {
        int country = number % NEAR.length;
        int gateway = number / NEAR.length / 300 * NEAR.length + country;
        Place place = new Place(
                "100." + (64 + (gateway >> 16 & 63)) + "." + (gateway >> 8 & 255) + "." + (gateway & 255),
                near(country).country(),
                64_600 + country * 3 + gateway % 3,
                "mobile");
        return isLocated(number) ? place.in(near(country)) : place;
    }

    public static Place office(int number) {
        return new Place(
                "172.16." + (number >> 8 & 15) + "." + (number & 255),
                near(number).country(),
                64_700 + number % 20,
                "business");
    }

    public static Place school(int number) {
        return new Place(
                "172.24." + (number >> 8 & 255) + "." + (number & 255),
                near(number).country(),
                64_740 + number % 5,
                "business");
    }

    /** A machine that somebody who means well rents. */
    public static Place cloud(int number) {
        return new Place(
                "172.28." + (number >> 8 & 255) + "." + (number & 255),
                HOSTED[number % 4],
                64_900 + number % 30,
                "datacenter");
    }

    /** A hotel far away: what a traveller of that number uses, with the other guests. */
    public static Place hotel(int number) {
        City city = FAR[number % 2];
        int hotel = number % 400;
        Place place = new Place(
                "10.200." + (hotel >> 8) + "." + (hotel & 255), city.country(), 64_800 + hotel % 10, "business");
        return isLocated(number) ? place.in(city) : place;
    }

    /** The exits of a service that hides where people are; thousands share them. It is the exit whose place is known. */
    public static Place vpn(Dice dice) {
        int exit = dice.below(24);
        City city = VPN[exit % VPN.length];
        return new Place("10.210.0." + exit, city.country(), 64_830 + exit % 3, "vpn").in(city);
    }

    public static Place googlebot(Dice dice) {
        return new Place("66.249." + dice.between(64, 95) + "." + dice.between(1, 254), "US", 15_169, "datacenter");
    }

    public static Place bingbot(Dice dice) {
        return new Place("157.55.39." + dice.between(1, 254), "US", 8_075, "datacenter");
    }

    /** A server that an attacker rents; of one in eight the network is not known. */
    public static Place server(Dice dice) {
        int provider = dice.below(40);
        Place place = new Place(
                "198.18." + dice.below(256) + "." + dice.between(1, 254),
                HOSTED[provider % HOSTED.length],
                64_900 + provider,
                "datacenter");
        return dice.chance(12) ? place.unknown() : place;
    }

    /** An address of somebody's home that an attacker has rented or infected. */
    public static Place residentialProxy(Dice dice) {
        int country = dice.below(RENTED.length);
        return new Place(
                "198.19." + dice.below(256) + "." + dice.between(1, 254),
                RENTED[country],
                65_000 + country * 30 + dice.below(30),
                dice.chance(15) ? "mobile" : "residential");
    }

    /** Where an attacker hides who does not need many addresses. */
    public static Place hidden(Dice dice) {
        int exit = dice.below(500);
        String kind = dice.pick(new String[] {"vpn", "vpn", "tor", "proxy"});
        return new Place(
                (exit % 2 == 0 ? "203.0.113." : "198.51.100.") + exit / 2,
                HOSTED[exit % HOSTED.length],
                64_950 + exit % 12,
                kind);
    }

    /** Wherever an attacker who works alone works from. */
    public static Place lair(Dice dice) {
        int where = dice.below(10);
        return where < 4 ? server(dice) : where < 7 ? residentialProxy(dice) : hidden(dice);
    }

    /** A place oceans away from every home, and it is known where. */
    public static Place overseas(Dice dice) {
        City city = dice.pick(FAR);
        return new Place(
                        "198.19." + dice.below(256) + "." + dice.between(1, 254),
                        city.country(),
                        65_300 + dice.below(80),
                        dice.chance(50) ? "residential" : "datacenter")
                .in(city);
    }

    /** Two hundred and more addresses that belong together. */
    public static Place[] neighbourhood(Dice dice, int size) {
        Place one = server(dice);
        String prefix = one.ip().substring(0, one.ip().lastIndexOf('.') + 1);
        Place[] all = new Place[Math.min(size, 254)];
        for (int i = 0; i < all.length; i++) {
            all[i] = one.at(prefix + (i + 1));
        }
        return all;
    }
}
