package io.gpuledger.common.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantReaderTest {

    private static Instant read(String text) throws JsonProcessingException {
        return Json.mapper().readValue("\"" + text + "\"", Instant.class);
    }

    @Property
    void readsWhatIsWritten(
            @ForAll @LongRange(min = -62_167_219_200L, max = 253_402_300_799L) long second,
            @ForAll @IntRange(max = 999_999_999) int nanos)
            throws JsonProcessingException {
        Instant written = Instant.ofEpochSecond(second, nanos);

        assertThat(InstantReader.usual(written.toString())).isEqualTo(written);
        assertThat(read(written.toString())).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21T08:00:00.1Z",
                "2026-11-21T08:00:00.000000001Z",
                "2024-02-29T23:59:59Z",
                "2026-11-21T10:00:00+02:00"
            })
    void readsAsTheJdkDoes(String text) throws JsonProcessingException {
        assertThat(read(text)).isEqualTo(java.time.OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30T08:00:00Z",
                "2026-13-01T08:00:00Z",
                "2026-11-21T08:60:00Z",
                "2026-11-21T08:00:61Z",
                "2026-11-21T25:00:00Z",
                "2026-11-21 08:00:00Z",
                "2026-11-21T08:00:00"
            })
    void refusesWhatIsNoTime(String text) {
        assertThat(InstantReader.usual(text)).isNull();
        assertThatThrownBy(() -> read(text)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void refusesANumber() {
        assertThatThrownBy(() -> Json.mapper().readValue("1732176000", Instant.class))
                .isInstanceOf(JsonProcessingException.class);
    }
}
