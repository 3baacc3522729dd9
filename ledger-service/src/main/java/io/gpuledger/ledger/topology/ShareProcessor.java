package io.gpuledger.ledger.topology;

import io.gpuledger.common.config.Overhead;
import io.gpuledger.common.event.HourUsage;
import io.gpuledger.common.event.HoursClosed;
import io.gpuledger.common.event.Posting;
import io.gpuledger.common.event.UsageEntry;
import io.gpuledger.ledger.overhead.Hours;
import io.gpuledger.ledger.overhead.Sharer;
import io.gpuledger.ledger.overhead.Standing;
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

/// usage.v1 -> what each cell bears of each overhead -> postings.v1; one partition, because it needs all usage
@NullUnmarked
final class ShareProcessor implements Processor<String, UsageEntry, String, Posting> {

    /** How soon what a changed overhead restates is posted, and how soon the next piece of it. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final List<Overhead> overheads;
    private ProcessorContext<String, Posting> context;
    private ShareMemory memory;
    private Sharer sharer;
    private long timestamp;

    ShareProcessor(List<Overhead> overheads) {
        this.overheads = overheads;
    }

    @Override
    public void init(ProcessorContext<String, Posting> context) {
        this.context = context;
        this.memory = new ShareMemory(context);
        this.sharer = new Sharer(memory, this::post);
        Set<String> named = overheads.stream().map(Overhead::name).collect(Collectors.toSet());
        overheads.forEach(overhead -> sharer.define(overhead.name(), overhead));
        memory.standings().stream()
                .map(Standing::name)
                .filter(name -> !named.contains(name))
                .forEach(name -> sharer.define(name, null));
        context.schedule(SOON, PunctuationType.WALL_CLOCK_TIME, this::catchUp);
    }

    /** The clock says when it is posted, never what. */
    private void catchUp(long now) {
        timestamp = now;
        long closed = memory.closedUntil();
        if (closed != Hours.NEVER && sharer.isBehind(closed)) {
            sharer.closed(closed);
        }
    }

    @Override
    public void process(Record<String, UsageEntry> record) {
        timestamp = record.timestamp();
        switch (record.value()) {
            case HourUsage used -> memory.keep(used);
            case HoursClosed told -> {
                memory.keep(told);
                long closed = memory.closedUntil();
                if (closed != Hours.NEVER) {
                    sharer.closed(closed);
                }
            }
            case null -> {}
        }
    }

    private void post(Posting posting) {
        context.forward(new Record<>(posting.key(), posting, timestamp));
    }
}
