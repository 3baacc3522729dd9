package io.gpuledger.ledger.store.looks;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.config.resource.Settings;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.BookEntry;
import io.gpuledger.common.event.HourLooks;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.ledger.jobs.JobBook;
import io.gpuledger.ledger.jobs.JobShelf;
import io.gpuledger.ledger.looks.Finder;
import io.gpuledger.ledger.looks.Looker;
import io.gpuledger.ledger.looks.Saying;
import io.gpuledger.ledger.rating.Rater;
import io.gpuledger.ledger.rating.Sight;
import io.gpuledger.ledger.store.commit.CommitStoreBuilder;
import io.gpuledger.ledger.store.polls.PollStore;
import io.gpuledger.ledger.timeline.Pod;
import io.gpuledger.ledger.timeline.Poll;
import io.gpuledger.ledger.timeline.Polls;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

@Label("the store of looks")
class LookStoreTest {

    private static final AccountRef ACCOUNT = new AccountRef("runpod", "main");
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final Rater RATER = Rater.of(Settings.of(LedgerFile.EMPTY, List.of()));
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private PollStore polls = new PollStore(Stores.inMemoryKeyValueStore("none").get());
    private LookStore store = new LookStore(Stores.inMemoryKeyValueStore("none").get());
    private Told told = new Told();
    private Looker looker = new Looker(store, new Known(), RATER, told);

    private static final class Told implements Looker.Out {
        private final Map<Long, Sums> sums = new TreeMap<>();

        @Override
        public void post(BookEntry entry) {}

        @Override
        public void looked(HourLooks looks) {
            Sums now = new Sums(looks.percents(), looks.milliGpus());
            assertThat(sums.put(looks.from().toEpochMilli(), now))
                    .as("told again only where it grew")
                    .isNotEqualTo(now);
        }
    }

    @BeforeTry
    void anew() {
        polls = new CommitStoreBuilder<>(Stores.inMemoryKeyValueStore("polls"), PollStore::new)
                .withLoggingDisabled()
                .build();
        store = new CommitStoreBuilder<>(Stores.inMemoryKeyValueStore("looks"), LookStore::new)
                .withLoggingDisabled()
                .build();
        polls.init(new MockProcessorContext<String, Object>().getStateStoreContext(), polls);
        store.init(new MockProcessorContext<String, Object>().getStateStoreContext(), store);
        told = new Told();
        looker = new Looker(store, new Known(), RATER, told);
    }

    /** The polls as their store has them. */
    private final class Known implements Polls, JobShelf {
        @Override
        public JobBook jobs(AccountRef account, String pod) {
            return JobBook.EMPTY;
        }

        @Override
        public void keep(AccountRef account, String pod, JobBook jobs) {}

        @Override
        public @Nullable Poll poll(AccountRef account, long at) {
            return polls.poll(account, at);
        }

        @Override
        public Map.@Nullable Entry<Long, Poll> pollBefore(
                AccountRef account, long at, BiPredicate<Long, Poll> condition) {
            return polls.before(account, at, condition);
        }

        @Override
        public Map.@Nullable Entry<Long, Poll> pollAfter(
                AccountRef account, long at, long before, BiPredicate<Long, Poll> condition) {
            return polls.after(account, at, before, condition);
        }

        @Override
        public long newest(AccountRef account) {
            return polls.newest(account);
        }

        @Override
        public long lastTick(AccountRef account) {
            return Long.MIN_VALUE;
        }

        @Override
        public long ledgerTime() {
            return Long.MIN_VALUE;
        }
    }

    private record Sums(long percents, long milliGpus) {
        Sums plus(Sums other) {
            return new Sums(percents + other.percents, milliGpus + other.milliGpus);
        }
    }

    private static PodObserved seen(int pod, Instant at, int percent) {
        return new PodObserved(
                ACCOUNT,
                "pod-" + pod,
                at,
                PodState.RUNNING,
                null,
                "pod",
                "L4",
                1000L * (1 + pod),
                Tier.ON_DEMAND,
                null,
                null,
                HourlyRate.ZERO,
                HourlyRate.ZERO,
                percent,
                Map.of());
    }

    /** What it says, and who its pod is. */
    private Saying found(PodObserved event, int number) {
        Pod pod = Pod.unseen(ACCOUNT, event.pod(), number).with(0, Sight.of(event));
        Saying said = new Saying(event);
        new Finder((account, id) -> new Pod.Glance(pod), store).glance(said);
        return said;
    }

    /** What the process does between looks: nothing, a commit, or a stop after one. */
    private void passes(int number) {
        if (number % 5 == 0) {
            store.flushCache();
        }
        if (number % 15 == 0) {
            store.clearCache();
            looker = new Looker(store, new Known(), RATER, told);
        }
    }

    @Property(tries = 200)
    void whatWasCountedIsToldWheneverItCommitsOrStops(
            @ForAll @Size(max = 200) List<@IntRange(max = 1_000_000) Integer> numbers) {
        Map<Long, Sums> expected = new TreeMap<>();
        for (int number : numbers) {
            Instant at = START.plusSeconds(60L * (number / 7 % 300));
            int pod = number % 3;
            int percent = number / 3 % 101;
            boolean again = polls.sees(ACCOUNT, at.toEpochMilli(), pod);
            PodObserved event = seen(pod, at, percent);
            if (number % 2 == 0) {
                looker.looked(found(event, pod), at.toEpochMilli(), percent, again);
            } else {
                looker.looked(event, pod, again);
            }
            if (!again) {
                long hour = Math.floorDiv(at.toEpochMilli(), HOUR) * HOUR;
                long gpus = 1000L * (1 + pod);
                expected.merge(hour, new Sums(percent * gpus, gpus), Sums::plus);
            }
            passes(number);
            if (number % 11 == 0) {
                looker.passed(at.toEpochMilli(), 0);
            }
        }
        looker.passed(START.plus(Duration.ofDays(1)).toEpochMilli(), 0);

        assertThat(told.sums).isEqualTo(expected);
    }
}
