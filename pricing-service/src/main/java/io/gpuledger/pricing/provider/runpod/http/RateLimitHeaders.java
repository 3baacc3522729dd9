package io.gpuledger.pricing.provider.runpod.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long the provider asks to be left alone. */
final class RateLimitHeaders {

    /** No answer keeps us from asking for longer; then it may say so again. */
    static final Duration PAUSE_MAX = Duration.ofMinutes(15);

    private static final Pattern EXHAUSTED = Pattern.compile("r=0+;\\s*t=(\\d{1,9})");

    private RateLimitHeaders() {}

    /** From {@code Retry-After}, seconds or a date; zero where there is none. */
    static Duration retryAfter(HttpHeaders headers, Instant now) {
        String text = headers.firstValue("Retry-After").orElse("").strip();
        if (text.matches("\\d{1,9}")) {
            return capped(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            return text.isEmpty()
                    ? Duration.ZERO
                    : capped(Duration.between(
                            now,
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant()));
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }

    /** From {@code RateLimit}: until the last window that has nothing left begins anew. */
    static Duration exhausted(HttpHeaders headers) {
        Duration longest = Duration.ZERO;
        for (String header : headers.allValues("RateLimit")) {
            Matcher matcher = EXHAUSTED.matcher(header);
            while (matcher.find()) {
                Duration left = capped(Duration.ofSeconds(Long.parseLong(matcher.group(1))));
                longest = left.compareTo(longest) > 0 ? left : longest;
            }
        }
        return longest;
    }

    private static Duration capped(Duration pause) {
        Duration positive = pause.isNegative() ? Duration.ZERO : pause;
        return positive.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : positive;
    }
}
