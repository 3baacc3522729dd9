package io.gpuledger.ledger.api.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.common.value.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleAddressesTest {

    @Test
    void aPolicyAllowsTheOriginOnlyAndThePathStaysInTheAddress() {
        ConsoleAddresses addresses = ConsoleAddresses.of("https://gpu.example:8443/alerts/");

        assertThat(addresses.alerts()).isEqualTo("https://gpu.example:8443/alerts");
        assertThat(addresses.alertOrigin()).isEqualTo("https://gpu.example:8443");
    }

    /** The second would write a directive of its own into the policy. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:8103",
                "http://a.example; script-src *",
                "ftp://a.example",
                "http://me@a.example",
                "",
                "http:///x"
            })
    void whatNoBrowserCouldAskIsRefusedWithTheSetting(String address) {
        assertThatThrownBy(() -> ConsoleAddresses.of(address))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("gpu-ledger.console.alert-url");
    }
}
