package io.portcullis.domain.activity;

/** How the numbers of a card network begin (ISO/IEC 7812), and how long they are. */
enum CardNetwork {
    VISA_13(4, 4, 13, 13),
    VISA_16(4, 4, 16, 16),
    VISA_19(4, 4, 19, 19),
    MASTERCARD(51, 55, 16, 16),
    MASTERCARD_2(2221, 2720, 16, 16),
    AMERICAN_EXPRESS_34(34, 34, 15, 15),
    AMERICAN_EXPRESS_37(37, 37, 15, 15),
    DINERS(300, 305, 14, 19),
    DINERS_36(36, 36, 14, 19),
    DINERS_38(38, 39, 14, 19),
    JCB(3528, 3589, 16, 19),
    DISCOVER(6011, 6011, 16, 19),
    DISCOVER_64(644, 659, 16, 19),
    UNION_PAY(62, 62, 16, 19),
    MAESTRO_50(50, 50, 13, 19),
    MAESTRO_56(56, 58, 13, 19),
    MAESTRO_63(63, 63, 13, 19),
    MAESTRO_67(67, 67, 13, 19),
    MIR(2200, 2204, 16, 19),
    RUPAY_60(60, 60, 16, 16),
    RUPAY_81(81, 82, 16, 16);

    private static final CardNetwork[] ALL = values();

    private final int first;
    private final int last;
    private final int shortest;
    private final int longest;

    CardNetwork(int first, int last, int shortest, int longest) {
        this.first = first;
        this.last = last;
        this.shortest = shortest;
        this.longest = longest;
    }

    /** Whether one of them has numbers of this length that begin like this. */
    static boolean issues(int[] digits, int from, int length) {
        for (CardNetwork network : ALL) {
            if (length >= network.shortest && length <= network.longest && network.begins(digits, from)) {
                return true;
            }
        }
        return false;
    }

    private boolean begins(int[] digits, int from) {
        int prefix = 0;
        int at = from;
        for (int scale = 1; scale <= first; scale *= 10) {
            prefix = prefix * 10 + digits[at++];
        }
        return prefix >= first && prefix <= last;
    }
}
