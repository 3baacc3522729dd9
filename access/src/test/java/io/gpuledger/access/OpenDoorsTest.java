package io.gpuledger.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenDoorsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/health",
                "/q/health/ready",
                "/-/ready",
                "/-/healthy",
                "/v1/hooks/pagerduty",
                "/console/js/main.js"
            })
    void healthSignedWebhooksAndTheConsolesPagesAreOpen(String path) {
        assertThat(OpenDoors.isOpen(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/q/healthy",
                "/q/metrics",
                "/-/reload",
                "/-/ready/",
                "/v1/hooks",
                "/V1/HOOKS/x",
                "/consoles",
                ""
            })
    void nothingElseIs(String path) {
        assertThat(OpenDoors.isOpen(path)).isFalse();
    }
}
