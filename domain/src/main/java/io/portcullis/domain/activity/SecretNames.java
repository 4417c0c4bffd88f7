package io.portcullis.domain.activity;

import java.util.Locale;
import java.util.Set;

/** Names of fields and parameters whose values nobody may keep. */
final class SecretNames {

    private static final Set<String> NAMES = Set.of(
            "password",
            "passwd",
            "pwd",
            "passphrase",
            "newpassword",
            "oldpassword",
            "cvv",
            "cvv2",
            "cvc",
            "cvc2",
            "csc",
            "securitycode",
            "secret",
            "clientsecret",
            "apisecret",
            "pin",
            "otp",
            "authorization",
            "proxyauthorization",
            "cookie",
            "setcookie",
            "privatekey");

    private static final int LONGEST = 40;

    private SecretNames() {}

    /** Of a field within another the name behind the last dot counts, and its letters and digits only. */
    static boolean contains(String name) {
        int from = name.lastIndexOf('.') + 1;
        if (name.length() - from > LONGEST) {
            return false;
        }
        StringBuilder letters = new StringBuilder(name.length() - from);
        for (int i = from; i < name.length(); i++) {
            if (Character.isLetterOrDigit(name.charAt(i))) {
                letters.append(name.charAt(i));
            }
        }
        return NAMES.contains(letters.toString().toLowerCase(Locale.ROOT));
    }
}
