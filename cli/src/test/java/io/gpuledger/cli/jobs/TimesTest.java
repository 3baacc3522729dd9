package io.gpuledger.cli.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");
    private static final Times TIMES = new Times(EPOCH);

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "475.00000000000006, 475000",
        "2676146.0, 2676146000",
        "0.0005, 0",
        "0.0015, 2",
        "1e3, 1000000",
        "-1.5, -1500"
    })
    void countsSecondsFromTheEpochToTheMillisecondHalfEven(String text, long millis) {
        assertThat(TIMES.read(text)).isEqualTo(EPOCH.plusMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T03:04:05Z, 2026-01-02T03:04:05Z",
        "2026-01-02 03:04:05+01:00, 2026-01-02T02:04:05Z",
        "2026-01-02T03:04:05.0005Z, 2026-01-02T03:04:05Z",
        "2026-01-02T03:04:05.9995001Z, 2026-01-02T03:04:06Z"
    })
    void readsIsoTimesWithAZone(String text, Instant instant) {
        assertThat(TIMES.read(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soon",
                "2026-01-02T03:04:05",
                "1.2.3",
                "1e999999999",
                "1e-999999999",
                "1e13",
                "--5",
                "2026-01-02"
            })
    void refusesWhatMeansNoInstant(String text) {
        assertThatThrownBy(() -> TIMES.read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NaN", "Unknown", "null", "None"})
    void knowsTheWordsForNoTime(String text) {
        assertThat(Times.isNoTime(text)).isTrue();
    }

    @Test
    void aTimeIsNoWordForNoTime() {
        assertThat(Times.isNoTime("0")).isFalse();
    }

    /** What a program prints for a count of seconds it kept as a double. */
    @Property(tries = 500)
    void binaryNoiseOfSecondsChangesNoMillisecond(@ForAll @LongRange(min = 0, max = 100_000_000_000L) long millis) {
        double seconds = new BigDecimal(millis).movePointLeft(3).doubleValue();

        assertThat(TIMES.read(Double.toString(seconds))).isEqualTo(EPOCH.plusMillis(millis));
        assertThat(TIMES.read(Double.toString(Math.nextUp(seconds)))).isEqualTo(EPOCH.plusMillis(millis));
    }
}
