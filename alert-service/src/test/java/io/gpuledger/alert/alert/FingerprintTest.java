package io.gpuledger.alert.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void isTheOneAlertmanagerComputes() {
        assertThat(Fingerprint.of(
                        Map.of("alertname", "SpendBurnRate", "budget", "team-ml", "severity", "page", "window", "1h")))
                .isEqualTo("5e0b18f648060c50");
        assertThat(Fingerprint.of(Map.of("alertname", "t", "severity", "warning")))
                .isEqualTo("3588d33101b8501f");
    }

    @Test
    void tellsApartWhatOnlyLooksTheSameWhenPutTogether() {
        assertThat(Fingerprint.of(Map.of("ab", "c"))).isNotEqualTo(Fingerprint.of(Map.of("a", "bc")));
    }
}
