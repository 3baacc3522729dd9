package io.gpuledger.common.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.common.value.InvalidValue;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    private static final long TEN_YEARS_MILLIS = 315_360_000_000L;

    @Property
    void aDurationIsReadBackAsItWasWritten(@ForAll @LongRange(max = TEN_YEARS_MILLIS) long millis) {
        Duration duration = Duration.ofMillis(millis);

        assertThat(Durations.parse(Durations.text(duration))).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "5", "1.5h", "-5m", "5m1h", "1h1h", "5 m", "m", "1H", "+1m", "1d ", "1m\n"})
    void whatIsNotWrittenThatWayIsRefusedByName(String text) {
        assertThatThrownBy(() -> Durations.parse(text))
                .isInstanceOf(InvalidValue.class)
                .hasMessageStartingWith("duration must look like");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999y", "999999999y999999999w"})
    void aDurationLongerThanAnybodyWaitsIsRefused(String text) {
        assertThatThrownBy(() -> Durations.parse(text))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("duration must be at most 200y");
    }
}
