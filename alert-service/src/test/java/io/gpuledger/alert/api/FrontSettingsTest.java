package io.gpuledger.alert.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class FrontSettingsTest {

    private static final String CONSOLE = "http://console.example";
    private static final String KARMA = "http://karma.example";

    @Test
    void theConsoleMayUseBothApisUnderItsOwnName() {
        Front.Settings settings = new Front.Settings("", "*", Set.of(CONSOLE));

        assertThat(settings.allowed(CONSOLE, false)).isEqualTo(CONSOLE);
        assertThat(settings.allowed(CONSOLE, true)).isEqualTo(CONSOLE);
    }

    @Test
    void whoMayUseApiV2MayNotUseOurs() {
        Front.Settings settings = new Front.Settings("", KARMA, Set.of(CONSOLE));

        assertThat(settings.allowed(KARMA, true)).isEqualTo(KARMA);
        assertThat(settings.allowed(KARMA, false)).isNull();
    }

    @Test
    void anyPageMayUseApiV2WhereAllMay() {
        Front.Settings settings = new Front.Settings("", "*", Set.of());

        assertThat(settings.allowed(KARMA, true)).isEqualTo("*");
        assertThat(settings.allowed(KARMA, false)).isNull();
        assertThat(settings.allowed(null, true)).isNull();
    }
}
