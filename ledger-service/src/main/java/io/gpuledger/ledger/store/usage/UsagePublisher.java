package io.gpuledger.ledger.store.usage;

import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.HourUsage;
import io.gpuledger.common.event.HoursClosed;
import io.gpuledger.common.event.UsageEntry;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.overhead.Hours;
import io.gpuledger.ledger.store.Keys;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// the books of one partition's owners -> what each used in every hour that closed, corrections, and how far that goes
public final class UsagePublisher {

    /** No more hours of an owner are looked at in one tick; the rest follows at the next. */
    public static final int HOURS_MAX = 500;

    /** Nor of all owners together, or little more: a transaction has to end in time. */
    public static final int TICK_MAX = 5_000;

    /** Before every owner's name. */
    private static final String TOLD_UNTIL = "\u0000until";

    /** What an owner's books tell. */
    public interface OwnerBook {
        /** What was used directly in {@code [from, until)} by cell, of the component overhead; what is nothing is left out. */
        SortedMap<Cell, Used> used(long from, long until);

        /** The first instant at or after one at which something may be used; {@link Long#MAX_VALUE} where none is. */
        long busyFrom(long at);
    }

    /**
     * What a cell used.
     *
     * @param allocated the part of {@code gpuTime} that jobs held
     */
    public record Used(GpuTime gpuTime, Money cost, GpuTime allocated) {

        static final Used NOTHING = new Used(GpuTime.ZERO, Money.ZERO, GpuTime.ZERO);

        boolean isNothing() {
            return gpuTime.signum() == 0 && cost.signum() == 0;
        }

        static Used of(HourUsage said) {
            return new Used(said.gpuTime(), said.cost(), said.allocated() == null ? GpuTime.ZERO : said.allocated());
        }
    }

    /**
     * When and where it is told.
     *
     * @param at ledger time, epoch milliseconds
     * @param partition this partition of the books
     * @param partitions how many there are
     */
    public record Now(long at, int partition, int partitions) {}

    private final KeyValueStore<String, HourUsage> said;
    private final KeyValueStore<String, Long> kept;
    private final Map<String, Long> openFrom = new HashMap<>();
    private final Consumer<UsageEntry> out;
    private long toldUntil;

    /** @param kept from when on each owner's hours are to be looked at */
    public UsagePublisher(
            KeyValueStore<String, HourUsage> said, KeyValueStore<String, Long> kept, Consumer<UsageEntry> out) {
        this.said = said;
        this.kept = kept;
        this.out = out;
        Long until = kept.get(TOLD_UNTIL);
        this.toldUntil = until == null ? Hours.NEVER : until;
        try (KeyValueIterator<String, Long> all = kept.all()) {
            all.forEachRemaining(entry -> openFrom.put(entry.key, entry.value));
        }
        openFrom.remove(TOLD_UNTIL);
    }

    /** What an owner used directly changes from an instant on. */
    public void touched(String owner, long at) {
        Long from = openFrom.get(owner);
        if (from == null || at < from) {
            keep(owner, Hours.of(at));
        }
    }

    /** Tells what is due now. */
    public void publish(Now now, Function<String, OwnerBook> books) {
        long closed = Hours.of(now.at);
        boolean news = false;
        int left = TICK_MAX;
        for (String owner : openBefore(closed)) {
            if (left > 0) {
                Looked looked = publish(owner, books.apply(owner), closed);
                news |= looked.news;
                left -= looked.hours;
            }
        }
        long least = openBefore(closed).stream()
                .mapToLong(owner -> openFrom.getOrDefault(owner, closed))
                .min()
                .orElse(closed);
        if (news || least > toldUntil) {
            toldUntil = Math.max(toldUntil, least);
            kept.put(TOLD_UNTIL, toldUntil);
            out.accept(new HoursClosed(
                    Instant.ofEpochMilli(now.at), Instant.ofEpochMilli(toldUntil), now.partition, now.partitions));
        }
    }

    /** The owners whose hours are not told up to one, those that are furthest behind first. */
    private List<String> openBefore(long closed) {
        return openFrom.entrySet().stream()
                .filter(open -> open.getValue() < closed)
                .sorted(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private record Looked(int hours, boolean news) {}

    private Looked publish(String owner, OwnerBook book, long closed) {
        boolean news = false;
        int looked = 0;
        long hour = next(owner, book, openFrom.getOrDefault(owner, closed));
        for (; looked < HOURS_MAX && hour < closed; looked++) {
            news |= tell(owner, hour, book.used(hour, hour + Hours.MILLIS));
            hour = next(owner, book, hour + Hours.MILLIS);
        }
        keep(owner, Math.min(hour, closed));
        return new Looked(looked, news);
    }

    /** The first hour from one on in which something may be used, or was said to be. */
    private long next(String owner, OwnerBook book, long hour) {
        long busy = book.busyFrom(hour);
        long next = busy == Long.MAX_VALUE ? Hours.OPEN : Math.max(hour, Hours.of(busy));
        try (KeyValueIterator<String, HourUsage> later =
                said.range(Keys.of(owner, Keys.instant(hour)), Keys.last(owner))) {
            return later.hasNext() ? Math.min(next, later.next().value.from().toEpochMilli()) : next;
        }
    }

    private boolean tell(String owner, long hour, SortedMap<Cell, Used> now) {
        Map<String, HourUsage> before = new TreeMap<>();
        String prefix = Keys.of(owner, Keys.instant(hour));
        try (KeyValueIterator<String, HourUsage> found = said.range(Keys.first(prefix), Keys.last(prefix))) {
            found.forEachRemaining(entry -> before.put(entry.key, entry.value));
        }
        boolean news = false;
        for (Map.Entry<Cell, Used> used : now.entrySet()) {
            String key = Keys.of(prefix, used.getKey());
            news |= say(key, record(used.getKey(), hour, used.getValue(), before.remove(key)));
        }
        for (Map.Entry<String, HourUsage> gone : before.entrySet()) {
            HourUsage last = gone.getValue();
            news |= say(gone.getKey(), record(last.cell(Component.OVERHEAD), hour, Used.NOTHING, last));
        }
        return news;
    }

    private boolean say(String key, @Nullable HourUsage news) {
        if (news != null) {
            said.put(key, news);
            out.accept(news);
        }
        return news != null;
    }

    /** Nothing where it says what was said before. */
    private static @Nullable HourUsage record(Cell cell, long hour, Used now, @Nullable HourUsage before) {
        if (before != null && Used.of(before).equals(now)) {
            return null;
        }
        return new HourUsage(
                cell.owner(),
                cell.project(),
                cell.costCentre(),
                cell.account(),
                cell.cluster(),
                cell.sku(),
                cell.tier(),
                Instant.ofEpochMilli(hour),
                before == null ? 0 : before.revision() + 1,
                now.gpuTime(),
                now.cost(),
                now.allocated());
    }

    private void keep(String owner, long from) {
        openFrom.put(owner, from);
        kept.put(owner, from);
    }
}
