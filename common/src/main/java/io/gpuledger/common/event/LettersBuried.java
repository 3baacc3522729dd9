package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Duration;
import java.time.Instant;

/**
 * So many events that could not be used were buried in a minute, so far. Of two of one minute the greater count is true.
 *
 * @param at when the last of them was written to {@code dead-letters.v1}
 * @param minute the full minute they were buried in
 * @param count how many, exact up to a thousand in the minute and then told at each further thousand
 */
public record LettersBuried(Instant at, Instant minute, long count) implements BookEntry {

    /** What rules look at. */
    public static final Duration LOOKED_AT = Duration.ofHours(1);

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    /** The minute an instant is in; both in epoch milliseconds. */
    public static long minute(long at) {
        return at - Math.floorMod(at, MINUTE);
    }

    /** The first minute whose letters rules look at, of the hour before an instant. */
    public static long firstLookedAt(long at) {
        return minute(at - LOOKED_AT.toMillis()) + MINUTE;
    }

    public LettersBuried {
        at = Limits.instant("at", at);
        minute = Limits.instant("minute", minute);
        InvalidValue.unless(count > 0, "count", "must be positive");
    }

    @Override
    @JsonIgnore
    public String id() {
        return "letters@" + minute.toEpochMilli() + "#" + count;
    }

    @Override
    @JsonIgnore
    public String key() {
        return Scope.ALL.key();
    }
}
