package io.gpuledger.simulator.scenario;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as a scenario writes them: {@code 20s}, {@code 5m}, {@code 1h30m}, and {@code -9h} for before. */
final class Offsets {

    private static final Pattern SYNTAX =
            Pattern.compile("(-)?(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");
    private static final int[] SECONDS = {86_400, 3_600, 60, 1};

    private Offsets() {}

    static Duration parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        Broken.unless(
                matcher.matches() && text.chars().anyMatch(Character::isDigit),
                "offset",
                "must look like 20s, 5m or -1h30m, not '" + text + "'");
        long seconds = 0;
        for (int i = 0; i < SECONDS.length; i++) {
            String count = matcher.group(i + 2);
            seconds += count == null ? 0 : Long.parseLong(count) * SECONDS[i];
        }
        return Duration.ofSeconds(matcher.group(1) == null ? seconds : -seconds);
    }
}
