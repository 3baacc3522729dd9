package io.gpuledger.ledger.store;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.event.Tick;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far the meters have come with an account.
 *
 * @param ticks the last tick of each meter partition, epoch milliseconds
 * @param partitions how many meter partitions there are
 * @param pollsFailed polls in a row that were not answered, as the first meter partition tells them
 */
public record AccountClock(Map<Integer, Long> ticks, int partitions, int pollsFailed) {

    /** Before everything. */
    public static final long NEVER = Long.MIN_VALUE;

    public static final AccountClock NEW = new AccountClock(Map.of(), 1, 0);

    public AccountClock after(Tick tick) {
        Map<Integer, Long> later = new TreeMap<>(ticks);
        later.merge(tick.partition(), tick.at().toEpochMilli(), Math::max);
        int failed = tick.partition() > 0 ? pollsFailed : tick.observed() ? 0 : pollsFailed + 1;
        return new AccountClock(later, tick.partitions(), failed);
    }

    /** The instant that all meters have passed. */
    @JsonIgnore
    public long passed() {
        return ticks.size() < partitions ? NEVER : Collections.min(ticks.values());
    }
}
