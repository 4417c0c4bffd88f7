package io.portcullis.simulation.stage;

import io.portcullis.domain.activity.App;
import java.util.List;

/** The programs that traffic comes from, with the headers that each of them sends. */
public final class Clients {

    private static final List<String> CHROME = List.of(
            "Host",
            "Connection",
            "sec-ch-ua",
            "sec-ch-ua-mobile",
            "sec-ch-ua-platform",
            "User-Agent",
            "Accept",
            "Sec-Fetch-Site",
            "Sec-Fetch-Mode",
            "Sec-Fetch-Dest",
            "Referer",
            "Accept-Encoding",
            "Accept-Language",
            "Cookie");

    private static final List<String> FIREFOX = List.of(
            "Host",
            "User-Agent",
            "Accept",
            "Accept-Language",
            "Accept-Encoding",
            "Referer",
            "Connection",
            "Cookie",
            "Sec-Fetch-Dest",
            "Sec-Fetch-Mode",
            "Sec-Fetch-Site");

    private static final List<String> SAFARI = List.of(
            "Host",
            "Cookie",
            "Accept",
            "Sec-Fetch-Site",
            "Sec-Fetch-Mode",
            "Sec-Fetch-Dest",
            "User-Agent",
            "Accept-Language",
            "Referer",
            "Accept-Encoding",
            "Connection");

    private static final List<String> APP = List.of(
            "Host",
            "Accept",
            "Authorization",
            "X-App-Version",
            "X-Device-Id",
            "Accept-Language",
            "Accept-Encoding",
            "User-Agent",
            "Connection");

    private static final List<String> INTEGRATION =
            List.of("Host", "User-Agent", "Accept", "Accept-Encoding", "X-Api-Key", "X-Request-Id", "Connection");
    private static final List<String> CRAWLER =
            List.of("Host", "Connection", "Accept", "From", "User-Agent", "Accept-Encoding");
    private static final List<String> FEW = List.of("Host", "User-Agent", "Accept");
    private static final List<String> FORGED = List.of("Host", "User-Agent", "Accept", "Accept-Encoding");
    private static final List<String> REQUESTS =
            List.of("Host", "User-Agent", "Accept-Encoding", "Accept", "Connection");
    private static final List<String> GO = List.of("Host", "User-Agent", "Accept-Encoding");

    private static final List<String> PLATFORMS =
            List.of("Windows NT 10.0; Win64; x64", "Macintosh; Intel Mac OS X 10_15_7", "X11; Linux x86_64");

    private static final List<String> ANDROIDS =
            List.of("Android 14; Pixel 8", "Android 13; SM-A546B", "Android 15; SM-S921B", "Android 14; 2311DRK48G");
    private static final List<String> IPHONES = List.of("iPhone14,5", "iPhone15,2", "iPhone16,1", "iPhone17,3");

    private Clients() {}

    /** What a person uses, with all of its usual headers. */
    public static Persona browser(Dice dice) {
        int which = dice.below(100);
        if (which < 66) {
            return new Persona(chrome(dice), CHROME);
        }
        if (which < 84) {
            return new Persona(
                    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/"
                            + dice.between(17, 19) + "." + dice.between(0, 6) + " Safari/605.1.15",
                    SAFARI);
        }
        int version = dice.between(128, 142);
        return new Persona(
                "Mozilla/5.0 (" + dice.pick(PLATFORMS) + "; rv:" + version + ".0) Gecko/20100101 Firefox/" + version
                        + ".0",
                FIREFOX);
    }

    private static String chrome(Dice dice) {
        return "Mozilla/5.0 (" + dice.pick(PLATFORMS) + ") AppleWebKit/537.36 (KHTML, like Gecko) Chrome/"
                + dice.between(128, 142) + ".0.0.0 Safari/537.36";
    }

    /** The shop's own app, as it comes from the store. */
    public static Persona phone(Dice dice) {
        return phone(dice, false);
    }

    /** @param rooted by its owner, who means well; of some apps nobody has asked whether they are genuine */
    public static Persona phone(Dice dice, boolean rooted) {
        boolean ios = dice.chance(45) && !rooted;
        String version = "5." + dice.between(1, 9) + ".0";
        Boolean attested = dice.chance(4) ? null : Boolean.valueOf(!rooted || dice.chance(50));
        return app(dice, ios, version, new App(ios ? "ios" : "android", version, false, rooted, attested, true));
    }

    /** A program that calls the app's API with what an app would say, as far as its maker bothered. */
    public static Persona app(Dice dice, boolean ios, String version, App app) {
        return new Persona(
                        ios
                                ? "Shop/" + version + " (" + dice.pick(IPHONES) + "; iOS 17." + dice.between(2, 7)
                                        + ") CFNetwork/1496.0.7 Darwin/23.5.0"
                                : "Shop/" + version + " (" + dice.pick(ANDROIDS) + ") okhttp/4.12.0",
                        APP)
                .app(app);
    }

    /** A script that does not hide. */
    public static Persona library(Dice dice) {
        return switch (dice.below(5)) {
            case 0 -> new Persona("python-requests/2.3" + dice.between(0, 2) + ".3", REQUESTS);
            case 1 -> new Persona("Go-http-client/2.0", GO);
            case 2 -> new Persona("curl/8." + dice.between(4, 11) + ".1", FEW);
            case 3 -> new Persona("python-httpx/0.2" + dice.between(5, 8) + ".0", REQUESTS);
            default -> new Persona("axios/1.7." + dice.between(2, 9), FORGED);
        };
    }

    /** A script that takes a browser's name and forgets its headers. */
    public static Persona disguised(Dice dice) {
        return new Persona(chrome(dice), dice.chance(50) ? FORGED : FEW);
    }

    public static Persona headless(Dice dice) {
        return new Persona(
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/"
                        + dice.between(128, 142) + ".0.0.0 Safari/537.36",
                CHROME);
    }

    /** What attackers use: scripts that hide, scripts that do not, browsers run by a script. */
    public static Persona tool(Dice dice) {
        int which = dice.below(100);
        return which < 25 ? library(dice) : which < 60 ? disguised(dice) : which < 70 ? headless(dice) : browser(dice);
    }

    /** A program that says who it is and comes with a key. */
    public static Persona integration(String userAgent) {
        return new Persona(userAgent, INTEGRATION);
    }

    public static Persona crawler(String userAgent) {
        return new Persona(userAgent, CRAWLER);
    }

    public static Persona named(String userAgent) {
        return new Persona(userAgent, FEW);
    }
}
