package io.portcullis.rules.reference;

import io.portcullis.domain.activity.Network;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The country that a producer's code means. What is no code of ISO 3166-1 is no country, so that nobody comes from a new
 * one because a look-up failed: {@code ""}, {@code -}, {@code XX}, {@code ZZ}.
 */
public final class Country {

    /** ISO 3166-1 alpha-2, and {@code XK}, which everybody uses for Kosovo. Java's own list changes with its version. */
    private static final String CODES =
            "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY"
                    + " BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA"
                    + " GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG"
                    + " KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW"
                    + " MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD"
                    + " SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA"
                    + " VC VE VG VI VN VU WF WS YE YT ZA ZM ZW XK";

    private static final Map<String, String> BY_CODE = byCode();

    /** What Cloudflare and others write in place of a country, for exits of Tor. */
    private static final String TOR = "T1";

    private Country() {}

    private static Map<String, String> byCode() {
        Map<String, String> byCode = new HashMap<>();
        Arrays.stream(CODES.split(" ")).forEach(code -> byCode.put(code, code));
        byCode.put("UK", "GB");
        return Map.copyOf(byCode);
    }

    /** In capital letters; null where the text tells no country. */
    public static @Nullable String of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String known = BY_CODE.get(text);
        return known == null ? BY_CODE.get(text.strip().toUpperCase(Locale.ROOT)) : known;
    }

    /** The network with its country; {@code T1} tells its kind, where the producer does not. */
    public static @Nullable Network in(@Nullable Network network) {
        if (network == null || network.country() == null) {
            return network;
        }
        String country = of(network.country());
        boolean tor = network.kind() == null && network.country().strip().equalsIgnoreCase(TOR);
        return network.country().equals(country)
                ? network
                : new Network(country, network.asn(), tor ? "tor" : network.kind());
    }
}
