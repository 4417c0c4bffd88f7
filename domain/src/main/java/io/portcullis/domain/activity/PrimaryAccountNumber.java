package io.portcullis.domain.activity;

/** Tells a payment card's number (ISO/IEC 7812) from a fingerprint of it. */
final class PrimaryAccountNumber {

    private PrimaryAccountNumber() {}

    /** Whether the text is 13 to 19 digits that pass the Luhn check. */
    static boolean looksLike(String text) {
        int length = text.length();
        if (length < 13 || length > 19) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int digit = text.charAt(length - 1 - i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            int doubled = digit * 2;
            sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
