package io.gpuledger.ledger.topology;

import io.gpuledger.common.config.resource.Settings;
import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.event.BookEntry;
import io.gpuledger.common.event.ConfigEntry;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.HourLooks;
import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.common.event.JobStarted;
import io.gpuledger.common.event.JobStopped;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PollCompleted;
import io.gpuledger.common.event.PollFailed;
import io.gpuledger.common.event.PricesListed;
import io.gpuledger.common.event.Tick;
import io.gpuledger.ledger.intake.Repeat;
import io.gpuledger.ledger.intake.Repeats;
import io.gpuledger.ledger.metering.Meter;
import io.gpuledger.ledger.metering.Posted;
import io.gpuledger.ledger.rating.Rater;
import io.gpuledger.ledger.store.StoreNames;
import io.gpuledger.ledger.store.config.ConfigInForce;
import io.gpuledger.ledger.store.looks.LookStore;
import io.gpuledger.ledger.store.meter.KafkaMeterStore;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;

/// pods.v1, bills.v1, prices.v1, config.v1 -> the meter of one partition -> postings.v1
@NullUnmarked
final class MeterProcessor implements Processor<String, Event, String, Object>, Posted {

    private static final Duration SOON = Duration.ofMillis(10);

    private final Settings unlessTold;
    private ProcessorContext<String, Object> context;
    private KafkaMeterStore store;
    private Meter meter;
    private ConfigInForce config;
    private Rater rater;
    private Cancellable rating;
    private Promptly promptly;
    private long timestamp;
    private Record<String, Event> current;
    private Repeat repeated;
    private ConsumerRecord<byte[], byte[]> repeatedFrom;

    MeterProcessor(Settings unlessTold) {
        this.unlessTold = unlessTold;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.promptly = new Promptly(context);
        this.store = new KafkaMeterStore(context);
        this.config = new ConfigInForce(context.getStateStore(StoreNames.METER_CONFIG), unlessTold);
        this.rater = Rater.of(config.settings());
        LookStore looks = context.getStateStore(StoreNames.METER_LOOKS);
        looks.clearCache();
        this.meter = new Meter(store, looks, rater, this);
        // once, and only because nothing may be forwarded before the first record or punctuation
        this.rating = context.schedule(SOON, PunctuationType.WALL_CLOCK_TIME, now -> {
            timestamp = now;
            rateAgain();
            rating.cancel();
        });
    }

    /** What the rater in use makes of everything, where another made what was posted. */
    private void rateAgain() {
        store.allPods().forEach(meter::rateAgain);
        store.allJobs().forEach(meter::rateAgain);
    }

    @Override
    public void process(Record<String, Event> record) {
        if (record.value() instanceof Repeats repeats) {
            for (int i = 0; i < repeats.all().size(); i++) {
                again(repeats.all().get(i), repeats.from().get(i));
            }
            return;
        }
        timestamp = record.timestamp();
        current = record;
        repeated = null;
        switch (record.value()) {
            case PodObserved seen -> meter.observed(seen);
            case PollCompleted marker -> meter.completed(marker);
            case PollFailed marker -> meter.failed(marker);
            case JobRecorded job -> meter.recorded(job);
            case JobStarted job -> meter.started(job);
            case JobStopped job -> meter.stopped(job);
            case BillLine line -> meter.billed(line);
            case ConfigEntry entry -> configured(entry);
            case PricesListed list -> meter.listed(list);
            case null, default -> {}
        }
    }

    /** As {@code process} does with one that came by itself. */
    private void again(Repeat repeat, ConsumerRecord<byte[], byte[]> from) {
        timestamp = from.timestamp();
        current = null;
        repeated = repeat;
        repeatedFrom = from;
        if (Ahead.is(repeat.at(), timestamp)) {
            refuse(repeat.event(), Ahead.RULE);
        } else {
            meter.observed(repeat.said(), repeat.at(), repeat.percent());
        }
    }

    /** The books are told by one of the meters, after what it has posted so far. */
    private void configured(ConfigEntry entry) {
        if (context.taskId().partition() == 0) {
            post(entry);
        }
        if (config.take(entry)) {
            Rater next = Rater.of(config.settings());
            if (!next.version().equals(rater.version())) {
                rater = next;
                meter.useRater(next);
                rateAgain();
            }
        }
    }

    @Override
    public void post(BookEntry entry) {
        context.forward(new Record<>(entry.key(), entry, timestamp), Names.POSTINGS_SINK);
        if (entry instanceof Tick) {
            promptly.commit();
        }
    }

    @Override
    public void looked(HourLooks looks) {
        context.forward(new Record<>(looks.key(), looks, timestamp), Names.LOOKS_SINK);
    }

    @Override
    public void refuse(Event event, String reason) {
        context.forward(letter(event, reason), Names.DEAD_LETTERS_SINK);
    }

    private Record<String, Object> letter(Event event, String reason) {
        if (current != null && event.equals(current.value())) {
            return DeadLetter.of(current, reason, context);
        }
        boolean isRepeated = repeated != null && event.equals(repeated.event());
        return isRepeated ? DeadLetter.of(event, reason, repeatedFrom) : DeadLetter.of(event, reason, timestamp);
    }
}
