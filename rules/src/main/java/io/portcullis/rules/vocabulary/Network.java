package io.portcullis.rules.vocabulary;

/** The network of the address: its autonomous system where the producer knows it, else its /24 or /48. */
public final class Network extends Entity {

    private String country = "";
    private String kind = "";
    private boolean anonymous;

    public Network(Recall recall) {
        super(recall);
    }

    public Network(Recall recall, Listing listing) {
        super(recall, listing);
    }

    public void describe(String country, String kind) {
        this.country = country;
        this.kind = kind;
        this.anonymous = switch (kind) {
            case "datacenter", "vpn", "proxy", "tor" -> true;
            default -> false;
        };
    }

    /** ISO 3166-1 alpha-2; empty when it is not known. */
    public String getCountry() {
        return country;
    }

    /** residential, mobile, business, datacenter, vpn, proxy or tor; empty when it is not known. */
    public String getKind() {
        return kind;
    }

    /** Whether people seldom sit there: datacenter, vpn, proxy or tor. */
    public boolean isAnonymous() {
        return anonymous;
    }

    /** Whether machines sit there rather than people: datacenter, proxy or tor. */
    public boolean isHosted() {
        return anonymous && !kind.equals("vpn");
    }
}
