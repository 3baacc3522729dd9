package io.gpuledger.ledger.overhead;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.config.Overhead;
import org.jspecify.annotations.Nullable;

/**
 * An overhead and how far it has been shared; instants are epoch milliseconds of full hours.
 *
 * @param overhead absent where it was deleted and what was posted is still to be taken back
 * @param begins the first hour it is, or was, in force; {@link Hours#NEVER} where it has always been and nothing was used yet
 * @param redo hours from here on are to be drawn, or drawn again
 * @param until hours before this were shared; {@link Hours#NEVER} where none was
 */
public record Standing(String name, @Nullable Overhead overhead, long begins, long redo, long until) {

    static Standing of(Overhead overhead) {
        long begins = begins(overhead);
        return new Standing(overhead.name(), overhead, begins, begins, Hours.NEVER);
    }

    /** From the first hour either is in force, everything is drawn again. */
    Standing changedTo(@Nullable Overhead now) {
        long next = now == null ? Hours.NEVER : begins(now);
        long first = begins == Hours.NEVER || next == Hours.NEVER ? Math.max(begins, next) : Math.min(begins, next);
        return new Standing(name, now, first, first, until);
    }

    /** What has always been in force begins with the first hour in which anything was used. */
    Standing beginningWith(long firstUsed) {
        if (!isWithoutBeginning() || firstUsed == begins) {
            return this;
        }
        long again = begins == Hours.NEVER ? firstUsed : Math.min(begins, firstUsed);
        return new Standing(name, overhead, firstUsed, again, until);
    }

    Standing drawnUntil(long hour) {
        return new Standing(name, overhead, begins, hour, Math.max(until, hour));
    }

    @JsonIgnore
    boolean isWithoutBeginning() {
        return overhead != null && overhead.from() == null;
    }

    @JsonIgnore
    boolean isUntouched() {
        return until == Hours.NEVER;
    }

    private static long begins(Overhead overhead) {
        return overhead.from() == null ? Hours.NEVER : Hours.of(overhead.from().toEpochMilli());
    }
}
