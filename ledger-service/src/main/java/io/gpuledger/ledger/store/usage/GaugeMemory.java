package io.gpuledger.ledger.store.usage;

import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.DayMeasures;
import io.gpuledger.common.event.HourLooks;
import io.gpuledger.common.event.HourUsage;
import io.gpuledger.common.event.Reconciled;
import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.overhead.Hours;
import io.gpuledger.ledger.store.Keys;
import io.gpuledger.ledger.store.StoreNames;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** What measures of days are read from, beside usage and shares; and which days have news. */
final class GaugeMemory {

    static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    private final KeyValueStore<String, HourLooks> looks;
    private final KeyValueStore<String, Reconciled> bills;
    private final KeyValueStore<String, Long> touched;
    private final KeyValueStore<String, DayMeasures> said;

    GaugeMemory(ProcessorContext<?, ?> context) {
        this.looks = context.getStateStore(StoreNames.GAUGE_LOOKS);
        this.bills = context.getStateStore(StoreNames.GAUGE_BILLS);
        this.touched = context.getStateStore(StoreNames.GAUGE_DAYS);
        this.said = context.getStateStore(StoreNames.GAUGE_SAID);
    }

    void keep(HourUsage used) {
        touch(used.from());
    }

    /** An hour's shares of an overhead are others. */
    void shared(long hour) {
        if (hour != Hours.OPEN) {
            touch(Instant.ofEpochMilli(hour));
        }
    }

    /** Sums only grow: the larger is true. */
    void keep(HourLooks seen) {
        String key =
                Keys.of(Keys.instant(seen.from().toEpochMilli()), seen.cell().of(Component.COMPUTE), seen.partition());
        HourLooks known = looks.get(key);
        if (known == null || known.milliGpus() < seen.milliGpus()) {
            looks.put(key, seen);
            touch(seen.from());
        }
    }

    void keep(Reconciled line) {
        bills.put(Keys.of(Keys.instant(line.from().toEpochMilli()), line.account(), line.line()), line);
        touch(line.from());
    }

    /** The day an instant lies in has news. */
    void touch(Instant at) {
        long day = Math.floorDiv(at.toEpochMilli(), DAY_MILLIS) * DAY_MILLIS;
        touched.put(Keys.instant(day), day);
    }

    /** The first days before an instant that have news, at most so many; they are forgotten. */
    List<Long> touchedBefore(long until, int most) {
        List<Long> days = new ArrayList<>();
        try (KeyValueIterator<String, Long> all = touched.all()) {
            while (all.hasNext() && days.size() < most) {
                long day = all.next().value;
                if (day + DAY_MILLIS > until) {
                    break;
                }
                days.add(day);
            }
        }
        days.forEach(day -> touched.delete(Keys.instant(day)));
        return days;
    }

    List<HourLooks> looks(long from, long until) {
        return values(looks, Keys.instant(from), Keys.instant(until));
    }

    List<Reconciled> bills(long from, long until) {
        return values(bills, Keys.instant(from), Keys.instant(until));
    }

    @Nullable DayMeasures said(Scope scope, long day) {
        return said.get(Keys.of(Keys.instant(day), scope.key()));
    }

    List<DayMeasures> said(long day) {
        return values(said, Keys.first(Keys.instant(day)), Keys.last(Keys.instant(day)));
    }

    void say(DayMeasures measures) {
        said.put(
                Keys.of(
                        Keys.instant(measures.from().toEpochMilli()),
                        measures.scope().key()),
                measures);
    }

    private static <T> List<T> values(KeyValueStore<String, T> store, String from, String until) {
        List<T> values = new ArrayList<>();
        try (KeyValueIterator<String, T> found = store.range(from, until)) {
            found.forEachRemaining(entry -> values.add(entry.value));
        }
        return values;
    }
}
