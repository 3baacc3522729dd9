package io.gpuledger.alert.route;

import io.gpuledger.common.value.InvalidValue;
import java.time.Duration;

/**
 * When a group speaks.
 *
 * @param groupWait how long a new group collects before it first speaks
 * @param groupInterval how often it looks for news after that
 * @param repeatInterval after how long it says again what is still true; looked at each {@code groupInterval}
 */
public record Timing(Duration groupWait, Duration groupInterval, Duration repeatInterval) {

    /** Alertmanager's own. */
    public static final Timing DEFAULT = new Timing(Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofHours(4));

    public Timing {
        InvalidValue.unless(!groupInterval.isZero(), "group_interval", "cannot be zero");
        InvalidValue.unless(!repeatInterval.isZero(), "repeat_interval", "cannot be zero");
    }
}
