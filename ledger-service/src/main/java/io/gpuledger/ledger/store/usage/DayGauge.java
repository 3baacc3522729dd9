package io.gpuledger.ledger.store.usage;

import io.gpuledger.common.event.DayMeasures;
import io.gpuledger.common.event.HourLooks;
import io.gpuledger.common.event.HourUsage;
import io.gpuledger.common.event.JobTold;
import io.gpuledger.common.event.Reading;
import io.gpuledger.common.event.Reconciled;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.measure.DayTally;
import io.gpuledger.ledger.measure.Facts;
import io.gpuledger.ledger.measure.Gauge;
import io.gpuledger.ledger.measure.Measure;
import io.gpuledger.ledger.overhead.Hours;
import io.gpuledger.ledger.overhead.Share;
import io.gpuledger.ledger.overhead.Standing;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/// what was used, shared, seen, done and billed -> the measures of every day that closed, and of those that have news
public final class DayGauge {

    /** No more days are read at once; the rest follows at the next call. */
    public static final int DAYS_MAX = 10;

    private final ShareMemory shares;
    private final GaugeMemory memory;
    private final JobMemory jobs;
    private final Consumer<DayMeasures> out;

    public DayGauge(ProcessorContext<?, ?> context, ShareMemory shares, Consumer<DayMeasures> out) {
        this.shares = shares;
        this.memory = new GaugeMemory(context);
        this.jobs = new JobMemory(context, memory::touch);
        this.out = out;
        shares.onShared(memory::shared);
    }

    public void take(HourUsage used) {
        memory.keep(used);
    }

    public void take(HourLooks seen) {
        memory.keep(seen);
    }

    public void take(Reconciled line) {
        memory.keep(line);
    }

    public void take(JobTold told) {
        jobs.take(told);
    }

    /** Tells the days that end by an instant and have news. */
    public void closed(long until) {
        memory.touchedBefore(until, DAYS_MAX).forEach(this::read);
    }

    private void read(long day) {
        Map<Scope, Facts> facts = facts(day);
        facts.forEach((scope, of) -> tell(scope, day, of));
        for (DayMeasures before : memory.said(day)) {
            if (!facts.containsKey(before.scope())) {
                tell(before.scope(), day, new DayTally().facts().get(Scope.ALL));
            }
        }
    }

    private Map<Scope, Facts> facts(long day) {
        long until = day + GaugeMemory.DAY_MILLIS;
        DayTally tally = new DayTally();
        for (long hour = day; hour < until; hour += Hours.MILLIS) {
            shares.hour(hour).forEach(tally::used);
            for (Standing standing : shares.standings()) {
                shares.posted(standing.name(), hour)
                        .forEach(share -> tally.bears(share.cell().owner(), cost(share)));
            }
        }
        memory.looks(day, until).forEach(tally::looked);
        memory.bills(day, until).forEach(tally::reconciled);
        jobs.endedIn(day, until).forEach(job -> tally.worked(job.latest().owner(), job.work()));
        return tally.facts();
    }

    private static Money cost(Share share) {
        return Money.of(new HourlyRate(share.nanoDollars()), share.until() - share.from());
    }

    private void tell(Scope scope, long day, @Nullable Facts facts) {
        Map<String, Reading> readings = new TreeMap<>();
        if (facts != null) {
            Gauge.read(facts).forEach((measure, reading) -> {
                if (measure != Measure.BURN_MULTIPLE) {
                    readings.put(measure.word(), reading);
                }
            });
        }
        DayMeasures before = memory.said(scope, day);
        if (before == null || !before.readings().equals(readings)) {
            Instant from = Instant.ofEpochMilli(day);
            DayMeasures news = new DayMeasures(
                    scope,
                    from,
                    from.plusMillis(GaugeMemory.DAY_MILLIS),
                    before == null ? 0 : before.revision() + 1,
                    readings);
            memory.say(news);
            out.accept(news);
        }
    }
}
