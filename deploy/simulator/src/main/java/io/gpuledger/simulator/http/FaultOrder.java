package io.gpuledger.simulator.http;

import java.time.Duration;

/**
 * A fault to be shown.
 *
 * @param on the API that fails
 * @param count how many requests fail, then it is over
 * @param retryAfter seconds a rate-limited client is told to wait
 * @param delay how long a slow answer takes
 */
public record FaultOrder(Fault fault, Api on, long count, int retryAfter, Duration delay) {

    /** Which of the provider's APIs. */
    public enum Api {
        REST,
        GRAPHQL,
        ALL;

        boolean includes(Api api) {
            return this == ALL || this == api;
        }
    }

    private static final int RETRY_AFTER_DEFAULT = 12;
    private static final Duration DELAY_DEFAULT = Duration.ofSeconds(30);

    /** Until it is switched off, on every API. */
    public static FaultOrder always(Fault fault) {
        return new FaultOrder(fault, Api.ALL, Long.MAX_VALUE, RETRY_AFTER_DEFAULT, DELAY_DEFAULT);
    }

    public FaultOrder on(Api api) {
        return new FaultOrder(fault, api, count, retryAfter, delay);
    }

    public FaultOrder times(long requests) {
        return new FaultOrder(fault, on, requests, retryAfter, delay);
    }

    public FaultOrder retryAfter(int seconds) {
        return new FaultOrder(fault, on, count, seconds, delay);
    }

    public FaultOrder delay(Duration duration) {
        return new FaultOrder(fault, on, count, retryAfter, duration);
    }
}
