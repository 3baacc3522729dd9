package io.gpuledger.ledger.store.facts;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.LettersBuried;
import io.gpuledger.ledger.store.AccountClock;
import io.gpuledger.ledger.store.Keys;
import io.gpuledger.ledger.watch.past.PollRun;
import io.gpuledger.ledger.watch.past.Trace;
import io.gpuledger.ledger.watch.past.Trace.Complete;
import io.gpuledger.ledger.watch.past.Trace.Matter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** What a partition keeps of polls and letters, and from when on what is kept is complete. */
public final class PastTraces {

    private static final String POLLS = "polls";
    private static final String LETTERS = "letters";
    private static final String COMPLETE = "complete";
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final KeyValueStore<String, Trace> store;
    private final Map<AccountRef, PollRun> last = new HashMap<>();
    private long hour = Long.MIN_VALUE;

    /** @param ledgerTime what happened before was not kept, where nothing was kept before */
    public PastTraces(KeyValueStore<String, Trace> store, long ledgerTime) {
        this.store = store;
        try (KeyValueIterator<String, Trace> polls = store.range(Keys.first(POLLS), Keys.last(POLLS))) {
            polls.forEachRemaining(entry -> {
                PollRun run = Objects.requireNonNull(entry.value.polls());
                last.put(run.account(), run);
            });
        }
        if (store.get(Keys.of(COMPLETE, Matter.ANY)) == null) {
            completeFrom(Matter.ANY, ledgerTime == AccountClock.NEVER ? 0 : ledgerTime);
        }
    }

    /** Polls of an account have passed: that is how they stand now. */
    public void polled(AccountRef account, AccountClock clock) {
        Long answered = clock.answered();
        PollRun now = PollRun.of(
                account,
                Instant.ofEpochMilli(clock.passed()),
                clock.pollsFailed(),
                answered == null ? null : Instant.ofEpochMilli(answered));
        PollRun before = last.get(account);
        if (before != null && before.goesOnWith(now)) {
            keep(before.until(now));
        } else if (before == null || !before.isEnoughFor(now)) {
            keep(now);
        }
        forget(clock.passed());
    }

    private void keep(PollRun run) {
        last.put(run.account(), run);
        store.put(Keys.of(POLLS, Keys.instant(run.from().toEpochMilli()), run.account()), Trace.of(run));
    }

    /** Of two tellings of a minute the greater is true. */
    public void take(LettersBuried told) {
        String key = Keys.of(LETTERS, Keys.instant(told.minute().toEpochMilli()));
        Trace known = store.get(key);
        if (known == null || Objects.requireNonNull(known.letters()).count() < told.count()) {
            store.put(key, Trace.of(told));
        }
    }

    /** Of what there was before something is missing; epoch milliseconds. */
    void completeFrom(Matter matter, long from) {
        store.put(Keys.of(COMPLETE, matter), Trace.of(new Complete(matter, Instant.ofEpochMilli(from))));
    }

    private void forget(long now) {
        if (Math.floorDiv(now, HOUR) <= hour) {
            return;
        }
        hour = Math.floorDiv(now, HOUR);
        Instant until = Instant.ofEpochMilli(now).minus(Trace.KEPT);
        String end = Keys.instant(until.toEpochMilli());
        Oldest.forget(store, Keys.first(LETTERS), Keys.of(LETTERS, end), any -> true);
        Oldest.forget(
                store,
                Keys.first(POLLS),
                Keys.of(POLLS, end),
                trace -> Objects.requireNonNull(trace.polls()).until().isBefore(until));
        Complete known =
                Objects.requireNonNull(store.get(Keys.of(COMPLETE, Matter.ANY))).complete();
        if (Objects.requireNonNull(known).from().isBefore(until)) {
            completeFrom(Matter.ANY, until.toEpochMilli());
        }
    }
}
