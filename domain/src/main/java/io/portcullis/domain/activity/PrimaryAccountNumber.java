package io.portcullis.domain.activity;

/** Tells a payment card's number (ISO/IEC 7812) from a fingerprint of it. */
final class PrimaryAccountNumber {

    private PrimaryAccountNumber() {}

    /** Whether the text is 13 to 19 digits that pass the Luhn check, however they are grouped. */
    static boolean looksLike(String text) {
        int digits = 0;
        int sum = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            int digit = c - '0';
            if (c == ' ' || c == '-') {
                continue;
            }
            if (digit < 0 || digit > 9 || digits == 19) {
                return false;
            }
            int doubled = digit * 2;
            sum += digits % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
            digits++;
        }
        return digits >= 13 && sum % 10 == 0;
    }
}
