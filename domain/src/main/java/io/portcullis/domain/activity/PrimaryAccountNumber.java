package io.portcullis.domain.activity;

/** Tells a payment card's number (ISO/IEC 7812) from a fingerprint of it. */
final class PrimaryAccountNumber {

    private PrimaryAccountNumber() {}

    /** Whether the text is such a number, or holds one that a card network may have issued. */
    static boolean isIn(String text) {
        return looksLike(text) || !CardNumbers.mask(text).equals(text);
    }

    /** Whether the text is 13 to 19 digits of any script that pass the Luhn check, however they are grouped. */
    private static boolean looksLike(String text) {
        int[] digits = CardNumbers.digits(text);
        return digits != null && digits.length >= 13 && CardNumbers.passesLuhn(digits, 0, digits.length);
    }
}
