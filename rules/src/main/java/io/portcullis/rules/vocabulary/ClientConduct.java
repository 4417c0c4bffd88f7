package io.portcullis.rules.vocabulary;

/**
 * How what a program says of itself agrees with the rest of one activity.
 *
 * @param verifiedCrawler whether it says that it is a crawler and comes from that crawler's addresses
 * @param falseCrawler whether it says that it is a crawler whose addresses are known, and comes from another
 * @param contradictory whether it says of itself what cannot be
 * @param missingHeaders how many headers are missing that such programs always send; 0 when none are listed
 */
public record ClientConduct(boolean verifiedCrawler, boolean falseCrawler, boolean contradictory, int missingHeaders) {

    public static final ClientConduct UNREMARKABLE = new ClientConduct(false, false, false, 0);
}
