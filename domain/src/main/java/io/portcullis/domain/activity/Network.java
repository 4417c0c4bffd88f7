package io.portcullis.domain.activity;

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
        @Nullable String kind) {}
