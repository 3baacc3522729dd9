package io.gpuledger.alert.delivery;

import io.gpuledger.common.value.InvalidValue;
import java.time.Duration;

/**
 * How delivery behaves.
 *
 * @param firstDelay the longest first pause before trying again
 * @param delayMax the longest pause
 * @param retryAfterMax a receiver that wants to be left alone for longer is asked after this
 * @param giveUpAfter a notification older than this is a dead letter
 * @param perReceiver how many calls one receiver gets at once
 * @param waitingMax how many notifications may wait; reading goes on when there are fewer
 */
public record DeliveryLimits(
        Duration firstDelay,
        Duration delayMax,
        Duration retryAfterMax,
        Duration giveUpAfter,
        int perReceiver,
        int waitingMax) {

    public static final DeliveryLimits DEFAULT = new DeliveryLimits(
            Duration.ofMillis(500), Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(1), 8, 5_000);

    public DeliveryLimits {
        InvalidValue.unless(firstDelay.isPositive(), "first-delay", "must be above zero");
        InvalidValue.unless(delayMax.compareTo(firstDelay) >= 0, "delay-max", "must not be below first-delay");
        InvalidValue.unless(!retryAfterMax.isNegative(), "retry-after-max", "must not be negative");
        InvalidValue.unless(giveUpAfter.isPositive(), "give-up-after", "must be above zero");
        InvalidValue.unless(perReceiver > 0, "per-receiver", "must be above zero");
        InvalidValue.unless(waitingMax > 0, "waiting-max", "must be above zero");
    }
}
