package io.portcullis.simulation;

import io.portcullis.domain.activity.App;
import java.util.List;

/** The programs that traffic comes from. */
final class Clients {

    private static final List<String> BROWSER_HEADERS = List.of(
            "Host",
            "User-Agent",
            "Accept",
            "Accept-Language",
            "Accept-Encoding",
            "Connection",
            "Cookie",
            "Sec-Fetch-Mode");

    private static final List<String> LIBRARY_HEADERS = List.of("Host", "User-Agent", "Accept");

    private static final List<String> PLATFORMS =
            List.of("Windows NT 10.0; Win64; x64", "Macintosh; Intel Mac OS X 10_15_7", "X11; Linux x86_64");

    private static final List<String> LIBRARIES =
            List.of("python-requests/2.32.3", "Go-http-client/2.0", "curl/8.9.1", "python-httpx/0.27.0", "axios/1.7.4");

    private Clients() {}

    static Persona browser(Dice dice) {
        String platform = dice.pick(PLATFORMS);
        int version = dice.between(128, 142);
        return Persona.of(
                dice.chance(25)
                        ? "Mozilla/5.0 (" + platform + "; rv:" + version + ".0) Gecko/20100101 Firefox/" + version
                                + ".0"
                        : "Mozilla/5.0 (" + platform + ") AppleWebKit/537.36 (KHTML, like Gecko) Chrome/" + version
                                + ".0.0.0 Safari/537.36",
                BROWSER_HEADERS);
    }

    static Persona phone(Dice dice) {
        boolean ios = dice.chance(50);
        String version = "5." + dice.between(1, 9) + ".0";
        return Persona.of(
                        ios
                                ? "Shop/" + version + " CFNetwork/1496.0.7 Darwin/23.5.0"
                                : "Shop/" + version + " (Android 14; Pixel 8)",
                        List.of("Host", "User-Agent", "Accept", "Authorization"))
                .app(new App(ios ? "ios" : "android", version, false, false, true, true));
    }

    static Persona library(Dice dice) {
        return Persona.of(dice.pick(LIBRARIES), LIBRARY_HEADERS);
    }

    static Persona headless(Dice dice) {
        return Persona.of(
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/"
                        + dice.between(128, 142) + ".0.0.0 Safari/537.36",
                BROWSER_HEADERS);
    }

    static Persona named(String userAgent) {
        return Persona.of(userAgent, LIBRARY_HEADERS);
    }
}
