package io.gpuledger.pricing.provider.runpod.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitHeadersTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12                            | 12",
                "0                             | 0",
                "999999                        | 900",
                "Mon, 01 Jun 2026 12:01:30 GMT | 90",
                "Mon, 01 Jun 2026 11:00:00 GMT | 0",
                "soon                          | 0"
            })
    void retryAfterIsSecondsOrADateAndHasItsLimit(String value, long seconds) {
        assertThat(RateLimitHeaders.retryAfter(headers("Retry-After", value), NOW))
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"minute\";r=0;t=12, \"hour\";r=2800;t=1812 | 12",
                "\"minute\";r=0;t=12, \"hour\";r=0;t=200     | 200",
                "\"minute\";r=10;t=12                        | 0",
                "\"day\";r=0;t=45012                         | 900",
                "nonsense                                    | 0"
            })
    void aUsedUpWindowIsWaitedFor(String value, long seconds) {
        assertThat(RateLimitHeaders.exhausted(headers("RateLimit", value))).isEqualTo(Duration.ofSeconds(seconds));
    }

    private static HttpHeaders headers(String name, String value) {
        return HttpHeaders.of(Map.of(name, List.of(value)), (header, text) -> true);
    }
}
