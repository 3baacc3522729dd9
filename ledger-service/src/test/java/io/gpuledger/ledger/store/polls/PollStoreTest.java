package io.gpuledger.ledger.store.polls;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.ledger.store.commit.CommitStoreBuilder;
import io.gpuledger.ledger.timeline.Poll;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

@Label("the store of polls")
class PollStoreTest {

    private static final AccountRef ACCOUNT = new AccountRef("runpod", "main");
    static final int INSTANTS = 200;

    private final PollStore store = new CommitStoreBuilder<>(Stores.inMemoryKeyValueStore("polls"), PollStore::new)
            .withLoggingDisabled()
            .build();
    private final NavigableMap<Long, Poll> model = new TreeMap<>();

    PollStoreTest() {
        store.init(new MockProcessorContext<String, Object>().getStateStoreContext(), store);
    }

    /** One thing that is done to the store; what it does is a function of one number. */
    private void does(int number) {
        long at = 1L + number / 16 % INSTANTS;
        int pod = number / 16 / INSTANTS % 100;
        switch (number % 16) {
            case 0 -> store.flushCache();
            case 1 -> {
                store.flushCache();
                store.clearCache();
            }
            case 2, 3 -> {
                store.keep(ACCOUNT, at, new Poll(seen(at), pod));
                model.put(at, new Poll(seen(at), pod));
            }
            case 4 -> {
                if (pod == 0) {
                    store.forgetBefore(ACCOUNT, at / 4);
                    model.headMap(at / 4).clear();
                }
            }
            default -> {
                Poll known = model.computeIfAbsent(at, instant -> new Poll(new BitSet(), Poll.UNKNOWN));
                assertThat(store.sees(ACCOUNT, at, pod)).isEqualTo(known.saw(pod));
                known.seen().set(pod);
            }
        }
    }

    private BitSet seen(long at) {
        Poll known = model.get(at);
        return known == null ? new BitSet() : (BitSet) known.seen().clone();
    }

    @Property(tries = 200)
    void answersAsAMapWouldWhateverWasWrittenOrForgottenFromMemory(
            @ForAll @Size(max = 600) List<@IntRange(max = 16 * INSTANTS * 100 - 1) Integer> numbers) {
        numbers.forEach(this::does);

        for (long at = 0; at <= INSTANTS + 1; at++) {
            assertThat(store.poll(ACCOUNT, at)).isEqualTo(model.get(at));
            assertThat(store.before(ACCOUNT, at, (instant, poll) -> poll.saw(3)))
                    .isEqualTo(firstThatSaw3(model.headMap(at, false).descendingMap()));
            assertThat(store.after(ACCOUNT, at, at + 50, (instant, poll) -> poll.saw(3)))
                    .isEqualTo(firstThatSaw3(model.subMap(at, false, at + 50, false)));
        }
        assertThat(store.newest(ACCOUNT)).isEqualTo(model.isEmpty() ? Long.MIN_VALUE : model.lastKey());
    }

    private static Map.@Nullable Entry<Long, Poll> firstThatSaw3(Map<Long, Poll> polls) {
        return polls.entrySet().stream()
                .filter(entry -> entry.getValue().saw(3))
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .findFirst()
                .orElse(null);
    }

    @Property
    void readsWhatItWrote(
            @ForAll List<@IntRange(max = 70_000) Integer> pods, @ForAll @IntRange(min = Poll.FAILED) int expected) {
        BitSet seen = new BitSet();
        pods.forEach(seen::set);

        assertThat(PollBytes.read(PollBytes.write(new Poll(seen, expected)))).isEqualTo(new Poll(seen, expected));
    }

    @Property
    void keepsAWholeFleetInAFewBytes(@ForAll @IntRange(min = 1, max = 1_000_000) int pods) {
        BitSet seen = new BitSet();
        seen.set(0, pods);

        assertThat(PollBytes.write(new Poll(seen, pods))).hasSizeLessThan(9);
    }
}
