package io.gpuledger.ledger.store;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.event.Tick;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far the meters have come with an account.
 *
 * @param ticks the last tick of each meter partition, epoch milliseconds
 * @param partitions how many meter partitions there are
 * @param pollsFailed polls in a row that were not answered, up to the instant all meters have passed
 * @param answered the last poll that was answered, epoch milliseconds, of those all meters have passed; absent before
 * @param ahead what the first meter partition told of later polls: whether they were answered
 */
public record AccountClock(
        Map<Integer, Long> ticks,
        int partitions,
        int pollsFailed,
        @Nullable Long answered,
        NavigableMap<Long, Boolean> ahead) {

    /** Before everything. */
    public static final long NEVER = Long.MIN_VALUE;

    public static final AccountClock NEW = new AccountClock(Map.of(), 1, 0, null, new TreeMap<>());

    public AccountClock after(Tick tick) {
        Map<Integer, Long> later = new TreeMap<>(ticks);
        later.merge(tick.partition(), tick.at().toEpochMilli(), Math::max);
        NavigableMap<Long, Boolean> told = new TreeMap<>(ahead);
        if (tick.partition() == 0) {
            told.put(tick.at().toEpochMilli(), tick.observed());
        }
        return new AccountClock(later, tick.partitions(), pollsFailed, answered, told).counted();
    }

    /** Counts the polls that all meters have passed. */
    private AccountClock counted() {
        int failed = pollsFailed;
        Long last = answered;
        for (Map.Entry<Long, Boolean> poll : ahead.headMap(passed(), true).entrySet()) {
            failed = poll.getValue() ? 0 : failed + 1;
            last = poll.getValue() ? poll.getKey() : last;
        }
        return new AccountClock(ticks, partitions, failed, last, new TreeMap<>(ahead.tailMap(passed(), false)));
    }

    /** The instant that all meters have passed. */
    @JsonIgnore
    public long passed() {
        return ticks.size() < partitions ? NEVER : Collections.min(ticks.values());
    }
}
