package io.gpuledger.simulator.scenario;

import java.time.Duration;

/**
 * A pod that multiplies: one at {@code at}, twice as many every {@code every}, no more than {@code into} and none born
 * after {@code until}.
 */
public record Multiply(Duration at, int into, Duration every, Duration until) {

    public static final int INTO_MAX = 10_000;

    public Multiply {
        Broken.unless(at != null, "multiply.at", "is required");
        Broken.unless(into >= 1 && into <= INTO_MAX, "multiply.into", "must be from 1 to " + INTO_MAX);
        Broken.unless(every != null && every.toMillis() > 0, "multiply.every", "must be above zero");
        Broken.unless(until != null && until.compareTo(at) >= 0, "multiply.until", "must not be before at");
    }

    /** When the copy of this number, from 0, is born. */
    public Duration birth(int copy) {
        int doublings = copy == 0 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(copy);
        return at.plus(every.multipliedBy(doublings));
    }

    /** How many are ever born. */
    public int copies() {
        int copies = 0;
        while (copies < into && birth(copies).compareTo(until) <= 0) {
            copies++;
        }
        return copies;
    }
}
