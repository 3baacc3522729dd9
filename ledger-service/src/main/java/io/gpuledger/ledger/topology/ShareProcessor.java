package io.gpuledger.ledger.topology;

import io.gpuledger.common.config.Overhead;
import io.gpuledger.common.config.resource.Settings;
import io.gpuledger.common.event.ConfigEntry;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.HourLooks;
import io.gpuledger.common.event.HourUsage;
import io.gpuledger.common.event.HoursClosed;
import io.gpuledger.common.event.JobTold;
import io.gpuledger.common.event.Reconciled;
import io.gpuledger.ledger.overhead.Hours;
import io.gpuledger.ledger.overhead.Sharer;
import io.gpuledger.ledger.overhead.Standing;
import io.gpuledger.ledger.store.StoreNames;
import io.gpuledger.ledger.store.config.ConfigInForce;
import io.gpuledger.ledger.store.usage.DayGauge;
import io.gpuledger.ledger.store.usage.ShareMemory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;

/// usage.v1, config -> what each cell bears of each overhead, what the measures read of each day -> postings.v1,
/// measures.v1
///
/// One partition, because both need all usage.
@NullUnmarked
final class ShareProcessor implements Processor<String, Event, String, Object> {

    /** How soon what a changed overhead restates is posted, and how soon the next piece of it. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Settings unlessTold;
    private ProcessorContext<String, Object> context;
    private ConfigInForce config;
    private ShareMemory memory;
    private Sharer sharer;
    private DayGauge days;
    private long timestamp;

    ShareProcessor(Settings unlessTold) {
        this.unlessTold = unlessTold;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.memory = new ShareMemory(context);
        this.sharer = new Sharer(memory, posting -> say(posting, Names.SHARES_SINK));
        this.days = new DayGauge(context, memory, measures -> say(measures, Names.MEASURES_SINK));
        this.config = new ConfigInForce(context.getStateStore(StoreNames.SHARE_CONFIG), unlessTold);
        define(config.settings().overheads());
        context.schedule(SOON, PunctuationType.WALL_CLOCK_TIME, this::catchUp);
    }

    private void define(List<Overhead> overheads) {
        Set<String> named = overheads.stream().map(Overhead::name).collect(Collectors.toSet());
        overheads.forEach(overhead -> sharer.define(overhead.name(), overhead));
        memory.standings().stream()
                .map(Standing::name)
                .filter(name -> !named.contains(name))
                .forEach(name -> sharer.define(name, null));
    }

    /** The clock says when it is posted, never what. */
    private void catchUp(long now) {
        timestamp = now;
        long closed = memory.closedUntil();
        if (closed != Hours.NEVER) {
            if (sharer.isBehind(closed)) {
                sharer.closed(closed);
            }
            days.closed(closed);
        }
    }

    @Override
    public void process(Record<String, Event> record) {
        timestamp = record.timestamp();
        switch (record.value()) {
            case HourUsage used -> {
                memory.keep(used);
                days.take(used);
            }
            case HourLooks seen -> days.take(seen);
            case Reconciled line -> days.take(line);
            case JobTold job -> days.take(job);
            case HoursClosed told -> close(told);
            case ConfigEntry entry -> {
                if (config.take(entry)) {
                    define(config.settings().overheads());
                }
            }
            case null, default -> {}
        }
    }

    private void close(HoursClosed told) {
        memory.keep(told);
        long closed = memory.closedUntil();
        if (closed != Hours.NEVER) {
            sharer.closed(closed);
            days.closed(closed);
        }
    }

    private void say(Event event, String sink) {
        context.forward(new Record<>(event.key(), event, timestamp), sink);
    }
}
