package io.portcullis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.domain.activity.Network;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkNameTest {

    private static @Nullable String ofSystem(String asn) {
        return NetworkName.of(new Network(null, asn, null), "192.0.2.1");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.0/24",
        "192.0.2.254, 192.0.2.0/24",
        "2001:db8:7:1::5, 2001:db8:7::/48",
        "2001:db8:7::5, 2001:db8:7::/48",
        "2001:db8::5, 2001:db8::/48",
        "2001:db8::1:5, 2001:db8::/48",
        "2001:db8:0:1::5, 2001:db8::/48",
        "2001:0:7::5, 2001:0:7::/48",
        "2001::5, 2001::/48",
        "0:0:7::5, 0:0:7::/48",
        "::1, ::/48",
        "::, ::/48",
        "2001:db8:7:8:9:a:b:c, 2001:db8:7::/48",
    })
    void givenAnAddress_thenItsNetworkIsItsPrefix(String ip, String network) {
        assertThat(NetworkName.of(null, ip)).isEqualTo(network);
        assertThat(NetworkName.of(new Network("DE", null, "vpn"), ip)).isEqualTo(network);
    }

    @Test
    void givenAnAutonomousSystem_thenItIsTheNetwork_howeverItIsWritten() {
        assertThat(ofSystem("AS64500")).isEqualTo("AS64500");
        assertThat(ofSystem("as64500")).isEqualTo("AS64500");
        assertThat(ofSystem("64500")).isEqualTo("AS64500");
        assertThat(ofSystem("AS 64500")).isEqualTo("AS64500");
        assertThat(ofSystem("AS64500 Example Net")).isEqualTo("AS64500");
        assertThat(ofSystem("1.10")).isEqualTo("AS1.10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "AS", "0", "AS0"})
    void givenASystemThatIsNone_thenTheAddressTells(String asn) {
        assertThat(ofSystem(asn)).isEqualTo("192.0.2.0/24");
    }

    @ParameterizedTest
    @CsvSource({"192.0.2", "192.0.2.1.5", "localhost", "192.0.2.x", "''", "host:80", "1:2", "::1::", "2001:db8::12345"})
    void givenNoAddress_thenThereIsNoNetwork(String ip) {
        assertThat(NetworkName.of(null, ip)).isNull();
    }

    @Test
    void givenNothing_thenThereIsNoNetwork() {
        assertThat(NetworkName.of(null, null)).isNull();
    }
}
