package io.gpuledger.ledger.watch.past;

import io.gpuledger.common.event.AccountRef;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Polls of an account that were answered one soon after the other; or one that was not.
 *
 * @param from the first poll
 * @param until the last one
 * @param failed polls in a row that brought no answer, up to this one; 0 where they were answered
 * @param answered the last poll that was answered; absent before there was one
 */
public record PollRun(
        AccountRef account,
        Instant from,
        Instant until,
        int failed,
        @Nullable Instant answered) {

    /** Polls that were answered and are no further apart are one run. */
    public static final Duration APART_MAX = Duration.ofMinutes(2);

    /** Of more failed polls in a row one a minute is kept. */
    public static final int FAILED_ALL = 1_000;

    private static final Duration SELDOM = Duration.ofMinutes(1);

    /** What rules could read when a poll had passed. */
    public static PollRun of(AccountRef account, Instant at, int failed, @Nullable Instant answered) {
        return new PollRun(account, at, at, failed, answered);
    }

    public boolean wasAnswered() {
        return failed == 0;
    }

    /** The next one says nothing that this, made longer, would not. */
    public boolean goesOnWith(PollRun next) {
        return wasAnswered() && next.wasAnswered() && apart(next).compareTo(APART_MAX) <= 0;
    }

    public PollRun until(PollRun next) {
        return new PollRun(account, from, next.until, failed, next.answered);
    }

    /** One of many failed polls. */
    public boolean isEnoughFor(PollRun next) {
        return !wasAnswered() && next.failed > FAILED_ALL && apart(next).compareTo(SELDOM) < 0;
    }

    private Duration apart(PollRun next) {
        return Duration.between(until, next.from);
    }
}
