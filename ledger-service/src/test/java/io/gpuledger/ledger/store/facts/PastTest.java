package io.gpuledger.ledger.store.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PodTold;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.Tick;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.ledger.store.AccountClock;
import io.gpuledger.ledger.store.JsonSerde;
import io.gpuledger.ledger.watch.past.PollRun;
import io.gpuledger.ledger.watch.past.Trace;
import io.gpuledger.ledger.watch.past.Trace.Complete;
import io.gpuledger.ledger.watch.past.Trace.Matter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

/** What is kept of the past is there when the books are opened anew, and is bounded. */
class PastTest {

    private static final AccountRef MAIN = new AccountRef("runpod", "main");
    private static final Instant T = Instant.parse("2026-11-20T10:00:00Z");
    private static final long NOW = T.toEpochMilli();

    private final StateStoreContext context = new MockProcessorContext<>().getStateStoreContext();
    private final KeyValueStore<String, Trace> traces = store("traces", Trace.class);
    private final KeyValueStore<String, PodTold> pods = store("pods", PodTold.class);
    private AccountClock clock = AccountClock.NEW;

    private <V> KeyValueStore<String, V> store(String name, Class<V> values) {
        KeyValueStore<String, V> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(name), Serdes.String(), JsonSerde.of(values))
                .withLoggingDisabled()
                .build();
        store.init(context, store);
        return store;
    }

    private static <V> List<V> all(KeyValueStore<String, V> store) {
        List<V> all = new ArrayList<>();
        try (var entries = store.all()) {
            entries.forEachRemaining(entry -> all.add(entry.value));
        }
        return all;
    }

    private List<Complete> complete() {
        return all(traces).stream()
                .map(Trace::complete)
                .filter(Objects::nonNull)
                .toList();
    }

    private void polled(PastTraces past, Duration after, boolean answered) {
        clock = clock.after(new Tick(MAIN, T.plus(after), answered, 0, 1));
        past.polled(MAIN, clock);
    }

    @Test
    void aRunOfPollsGoesOnWhenTheBooksAreOpenedAnew() {
        polled(new PastTraces(traces, AccountClock.NEVER), Duration.ZERO, true);
        polled(new PastTraces(traces, NOW), Duration.ofSeconds(30), true);
        PastTraces past = new PastTraces(traces, NOW);
        polled(past, Duration.ofMinutes(1), true);
        polled(past, Duration.ofSeconds(90), false);
        polled(past, Duration.ofMinutes(2), false);

        assertThat(all(traces))
                .extracting(Trace::polls)
                .filteredOn(Objects::nonNull)
                .extracting(PollRun::from, PollRun::until, PollRun::failed, PollRun::answered)
                .containsExactly(
                        tuple(T, T.plusSeconds(60), 0, T.plusSeconds(60)),
                        tuple(T.plusSeconds(90), T.plusSeconds(90), 1, T.plusSeconds(60)),
                        tuple(T.plusSeconds(120), T.plusSeconds(120), 2, T.plusSeconds(60)));
        assertThat(complete()).hasSize(1);
    }

    @Test
    void ofALongOutageOnePollAMinuteIsKept() {
        PastTraces past = new PastTraces(traces, AccountClock.NEVER);
        for (int poll = 0; poll < PollRun.FAILED_ALL + 600; poll++) {
            polled(past, Duration.ofSeconds(10L * poll), false);
        }

        assertThat(all(traces).stream().map(Trace::polls).filter(Objects::nonNull))
                .hasSize(PollRun.FAILED_ALL + 100);
    }

    @Test
    void whatLiesTooFarBackIsForgottenAndItIsSaid() {
        PastTraces past = new PastTraces(traces, AccountClock.NEVER);
        polled(past, Duration.ZERO, false);
        polled(past, Trace.KEPT.plusHours(2), true);

        assertThat(all(traces).stream().map(Trace::polls).filter(Objects::nonNull))
                .extracting(PollRun::from)
                .containsExactly(T.plus(Trace.KEPT).plus(Duration.ofHours(2)));
        assertThat(complete()).containsExactly(new Complete(Matter.ANY, T.plus(Duration.ofHours(2))));
    }

    @Test
    void booksThatKeptNothingBeforeAreCompleteFromNowOn() {
        new PastTraces(traces, NOW);
        new PastTraces(traces, NOW + 1);

        assertThat(complete()).containsExactly(new Complete(Matter.ANY, T));
    }

    private static PodTold told(String pod, long at, PodState state) {
        Instant when = Instant.ofEpochMilli(at);
        return new PodTold(MAIN, pod, when, state, when, null, false, pod, null, 1000, null, HourlyRate.ZERO, false);
    }

    @Test
    void aPodsPastIsKeptAndNotTakenForItsPresent() {
        PastTraces past = new PastTraces(traces, AccountClock.NEVER);
        PodTable table = new PodTable(pods, past);
        table.take(told("one", NOW, PodState.RUNNING), AccountClock.NEVER);
        table.take(told("one", NOW + 60_000, PodState.STOPPED), NOW);
        table.take(told("one", NOW + 60_000, PodState.RUNNING), NOW);

        PodTable anew = new PodTable(pods, new PastTraces(traces, NOW));

        assertThat(anew.of(Scope.account(MAIN)))
                .extracting(PodTold::state, PodTold::at)
                .containsExactly(tuple(PodState.RUNNING, T.plusSeconds(60)));
        assertThat(all(pods))
                .as("what nobody looked at before it was superseded is not kept")
                .extracting(PodTold::state, PodTold::at)
                .containsExactly(tuple(PodState.RUNNING, T), tuple(PodState.RUNNING, T.plusSeconds(60)));
    }

    @Test
    void whatIsToldLateIsTrueFromNowOn() {
        PodTable table = new PodTable(pods, new PastTraces(traces, AccountClock.NEVER));
        table.take(told("one", NOW, PodState.RUNNING), NOW + 5);

        assertThat(all(pods)).extracting(PodTold::at).containsExactly(T.plusMillis(6));
    }

    @Test
    void ofManyChangesTheOldestAreForgottenAndItIsSaid() {
        PastTraces past = new PastTraces(traces, AccountClock.NEVER);
        PodTable table = new PodTable(pods, past);
        int changes = Trace.VERSIONS_MAX + 2;
        for (int i = 0; i < changes; i++) {
            PodState state = i % 2 == 0 ? PodState.RUNNING : PodState.STOPPED;
            table.take(told("one", NOW + i, state), NOW + i - 1);
        }

        assertThat(all(pods)).hasSize(Trace.VERSIONS_MAX + 2 - Oldest.FORGOTTEN_MAX);
        assertThat(complete()).contains(new Complete(Matter.PODS, T.plusMillis(Oldest.FORGOTTEN_MAX)));
    }
}
