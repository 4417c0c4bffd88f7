package io.portcullis.domain.activity;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where the address belongs, when the producer knows it.
 *
 * @param country ISO 3166-1 alpha-2
 * @param asn autonomous system number, as text: {@code AS64500} or {@code 64500}
 * @param kind residential, mobile, business, datacenter, vpn, proxy or tor
 */
public record Network(
        @Nullable String country,
        @Nullable String asn,
        @Nullable String kind) {

    /** With other texts in the place of those that its producer may choose. */
    Network map(UnaryOperator<String> change) {
        return new Network(
                country == null ? null : change.apply(country), asn == null ? null : change.apply(asn), kind);
    }
}
