package io.portcullis.rules.memory;

import io.portcullis.domain.entity.EntityKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What {@code distinct} can count: the kinds of entity, and a few properties of the activity. */
public final class Dimension {

    /** Those that are no entity, behind the entities' ordinals. */
    private static final List<String> PROPERTIES = List.of(
            "resource",
            "path",
            "country",
            "email",
            "url",
            "userAgent",
            "hour",
            "emailPattern",
            "promo",
            "referrer",
            "method",
            "declineCode",
            "template",
            "mailbox",
            "emailDomain",
            "phone",
            "cardBin");

    /** What begins so is an attribute of the producer: {@code attribute.riskTier}. */
    public static final String ATTRIBUTE = "attribute.";

    /** All of them, in the order of {@link #index}. */
    public static final List<String> LABELS = labels();

    /** The index of the first that is no entity. */
    public static final int RESOURCE = EntityKind.values().length;

    public static final int PATH = RESOURCE + 1;
    public static final int COUNTRY = RESOURCE + 2;
    public static final int EMAIL = RESOURCE + 3;
    public static final int URL = RESOURCE + 4;
    public static final int USER_AGENT = RESOURCE + 5;

    /** The hour of the day and the day: how many hours of a window are active. */
    public static final int HOUR = RESOURCE + 6;

    /** The mail address with its numbers and its tag left out: {@code anna.k#@example.org}. */
    public static final int EMAIL_PATTERN = RESOURCE + 7;

    public static final int PROMO = RESOURCE + 8;
    public static final int REFERRER = RESOURCE + 9;

    /** Of HTTP. */
    public static final int METHOD = RESOURCE + 10;

    public static final int DECLINE_CODE = RESOURCE + 11;

    /** The path with its numbered segments left open: {@code /avatar/{}/{}}. */
    public static final int TEMPLATE = RESOURCE + 12;

    /** That a mail address reaches, however it is spelt. */
    public static final int MAILBOX = RESOURCE + 13;

    public static final int EMAIL_DOMAIN = RESOURCE + 14;
    public static final int PHONE = RESOURCE + 15;

    /** The first digits of a card's number, which name its issuer, where the producer gives them. */
    public static final int CARD_BIN = RESOURCE + 16;

    /** How many there are beside the producer's attributes. */
    public static final int COUNT = LABELS.size();

    /** Whether rules can count it. */
    public static boolean isKnown(String label) {
        return LABELS.contains(label) || label.startsWith(ATTRIBUTE) && label.length() > ATTRIBUTE.length();
    }

    private Dimension() {}

    private static List<String> labels() {
        List<String> labels = new ArrayList<>(
                Arrays.stream(EntityKind.values()).map(EntityKind::label).toList());
        labels.addAll(PROPERTIES);
        return List.copyOf(labels);
    }

    /** @param attributes those of the producer that rules count, in order: they come behind all others */
    static int index(String label, List<String> attributes) {
        return label.startsWith(ATTRIBUTE)
                ? COUNT + attributes.indexOf(label.substring(ATTRIBUTE.length()))
                : LABELS.indexOf(label);
    }
}
