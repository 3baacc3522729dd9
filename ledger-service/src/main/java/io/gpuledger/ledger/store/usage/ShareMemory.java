package io.gpuledger.ledger.store.usage;

import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.HourUsage;
import io.gpuledger.common.event.HoursClosed;
import io.gpuledger.ledger.overhead.Hours;
import io.gpuledger.ledger.overhead.Memory;
import io.gpuledger.ledger.overhead.Share;
import io.gpuledger.ledger.overhead.Standing;
import io.gpuledger.ledger.overhead.Usage;
import io.gpuledger.ledger.store.Keys;
import io.gpuledger.ledger.store.StoreNames;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.LongConsumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The sharer's memory in the state stores of its task. */
public final class ShareMemory implements Memory {

    private final KeyValueStore<String, HourUsage> usage;
    private final KeyValueStore<String, Long> touched;
    private final KeyValueStore<String, HoursClosed> closed;
    private final KeyValueStore<String, Share> posted;
    private final KeyValueStore<String, Standing> standings;
    private LongConsumer onShared = hour -> {};

    public ShareMemory(ProcessorContext<?, ?> context) {
        this.usage = context.getStateStore(StoreNames.SHARE_USAGE);
        this.touched = context.getStateStore(StoreNames.SHARE_TOUCHED);
        this.closed = context.getStateStore(StoreNames.SHARE_CLOSED);
        this.posted = context.getStateStore(StoreNames.SHARE_POSTED);
        this.standings = context.getStateStore(StoreNames.SHARE_STANDINGS);
    }

    /** Who is told of hours whose shares are others. */
    void onShared(LongConsumer told) {
        onShared = told;
    }

    /** Of two records of an hour and a cell the one of the higher revision is true. */
    public void keep(HourUsage used) {
        String hour = Keys.instant(used.from().toEpochMilli());
        String key = Keys.of(hour, used.cell(Component.OVERHEAD));
        HourUsage known = usage.get(key);
        if (known == null || known.revision() < used.revision()) {
            usage.put(key, used);
            touched.put(hour, used.from().toEpochMilli());
        }
    }

    public void keep(HoursClosed told) {
        closed.put(Integer.toString(told.partition()), told);
    }

    /** Hours that end by then are closed in all partitions of the books; {@link Hours#NEVER} before all have told. */
    public long closedUntil() {
        List<HoursClosed> told = values(closed, "", Keys.last("9"));
        return told.isEmpty() || told.size() < told.getFirst().partitions()
                ? Hours.NEVER
                : told.stream()
                        .mapToLong(one -> one.until().toEpochMilli())
                        .min()
                        .orElse(Hours.NEVER);
    }

    @Override
    public List<Standing> standings() {
        try (KeyValueIterator<String, Standing> all = standings.all()) {
            return collect(all);
        }
    }

    @Override
    public void keep(Standing standing) {
        standings.put(standing.name(), standing);
    }

    @Override
    public void forget(Standing standing) {
        standings.delete(standing.name());
    }

    @Override
    public long firstUsed() {
        try (KeyValueIterator<String, HourUsage> all = usage.all()) {
            while (all.hasNext()) {
                HourUsage first = all.next().value;
                if (!first.isNothing()) {
                    return first.from().toEpochMilli();
                }
            }
            return Hours.OPEN;
        }
    }

    @Override
    public SortedMap<Cell, Usage> usage(long hour) {
        SortedMap<Cell, Usage> found = Usage.byCell();
        for (HourUsage used : hour(hour)) {
            found.put(used.cell(Component.OVERHEAD), new Usage(used.gpuTime(), used.cost()));
        }
        return found;
    }

    /** What was used in an hour; what came to nothing is left out. */
    List<HourUsage> hour(long hour) {
        String prefix = Keys.instant(hour);
        return values(usage, Keys.first(prefix), Keys.last(prefix)).stream()
                .filter(used -> !used.isNothing())
                .toList();
    }

    @Override
    public List<Long> touched(int most) {
        List<Long> hours = new ArrayList<>();
        try (KeyValueIterator<String, Long> all = touched.all()) {
            while (all.hasNext() && hours.size() < most) {
                hours.add(all.next().value);
            }
        }
        hours.forEach(hour -> touched.delete(Keys.instant(hour)));
        return hours;
    }

    @Override
    public List<Share> posted(String overhead, long hour) {
        String prefix = Keys.of(overhead, Keys.instant(hour));
        return values(posted, Keys.first(prefix), Keys.last(prefix));
    }

    @Override
    public void keep(String overhead, long hour, List<Share> shares) {
        onShared.accept(hour);
        String prefix = Keys.of(overhead, Keys.instant(hour));
        for (int i = posted(overhead, hour).size() - 1; i >= shares.size(); i--) {
            posted.delete(Keys.of(prefix, Keys.instant(i)));
        }
        for (int i = 0; i < shares.size(); i++) {
            posted.put(Keys.of(prefix, Keys.instant(i)), shares.get(i));
        }
    }

    private static <T> List<T> values(KeyValueStore<String, T> store, String from, String until) {
        try (KeyValueIterator<String, T> found = store.range(from, until)) {
            return collect(found);
        }
    }

    private static <T> List<T> collect(KeyValueIterator<String, T> found) {
        List<T> values = new ArrayList<>();
        found.forEachRemaining(entry -> values.add(entry.value));
        return values;
    }
}
