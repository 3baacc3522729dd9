package io.gpuledger.alert.flow;

import io.gpuledger.alert.desk.Decided;
import io.gpuledger.alert.desk.Desk;
import io.gpuledger.alert.desk.Plan;
import io.gpuledger.common.event.AckCommand;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Delivery;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;

/**
 * The desk's door to Kafka Streams. It sets one alarm for the moment the desk has something to do next, rather than asking
 * every so often: each wake-up costs a transaction.
 */
@NullUnmarked
final class DeskProcessor implements Processor<String, Event, String, Event> {

    /** How often it is looked whether another routing is in force. */
    private static final Duration ROUTING_LOOKED_AT_EVERY = Duration.ofMillis(200);

    private final Supplier<Plan> routing;
    private final Tally tally;
    private Plan plan;
    private ProcessorContext<String, Event> context;
    private Soon soon;
    private Desk desk;
    private Cancellable alarm;
    private Instant alarmAt;

    DeskProcessor(Supplier<Plan> routing, Tally tally) {
        this.routing = routing;
        this.tally = tally;
    }

    @Override
    public void init(ProcessorContext<String, Event> context) {
        this.context = context;
        this.soon = new Soon(context);
        takePlan(routing.get());
        context.schedule(ROUTING_LOOKED_AT_EVERY, PunctuationType.WALL_CLOCK_TIME, any -> followRouting());
    }

    private void takePlan(Plan next) {
        plan = next;
        desk = new Desk(next, DeskStores.of(context), now());
        setAlarm();
    }

    private void followRouting() {
        Plan next = routing.get();
        if (!next.version().equals(plan.version())) {
            takePlan(next);
        }
        desk.begun().ifPresent(begun -> forward(begun, context.currentSystemTimeMs()));
    }

    @Override
    public void process(Record<String, Event> record) {
        lookFirst(record.timestamp());
        switch (record.value()) {
            case Alert alert -> desk.receive(alert, now());
            case Silence silence -> forward(desk.silence(silence), record.timestamp());
            case AckCommand command -> forward(desk.command(command, now()), record.timestamp());
            case Delivery failed -> desk.undelivered(failed, now());
            case null -> desk.stillKnown(record.key()).ifPresent(known -> forward(known, record.timestamp()));
            default -> {
                return;
            }
        }
        setAlarm();
    }

    /** An alarm may be late: what was due before this was told knows nothing of it. */
    private void lookFirst(long toldAt) {
        Instant due = desk.nextDue();
        if (due.isBefore(Instant.ofEpochMilli(toldAt)) && !due.isAfter(now())) {
            tick(context.currentSystemTimeMs());
        }
    }

    private void tick(long timestamp) {
        alarm.cancel();
        alarmAt = null;
        forward(desk.tick(Instant.ofEpochMilli(timestamp)), timestamp);
        setAlarm();
    }

    private void forward(Decided decided, long timestamp) {
        tally.add(decided.suppressed());
        decided.withheld().forEach(withheld -> forward(withheld, timestamp));
        decided.acks().forEach(ack -> forward(ack, timestamp));
        decided.audit().forEach(entry -> forward(entry, timestamp));
        decided.said().forEach(said -> forward(said, timestamp));
        decided.forgotten().forEach(gone -> forward(gone, timestamp));
    }

    /** What was decided is committed soon; what was only taken in waits for the interval. */
    private void forward(Event event, long timestamp) {
        context.forward(new Record<>(event.key(), event, timestamp));
        soon.commit();
    }

    private void setAlarm() {
        Instant next = desk.nextDue();
        if (next.equals(alarmAt)) {
            return;
        }
        if (alarm != null) {
            alarm.cancel();
        }
        long wait = Math.max(1, Duration.between(now(), next).toMillis());
        alarm = context.schedule(Duration.ofMillis(wait), PunctuationType.WALL_CLOCK_TIME, this::tick);
        alarmAt = next;
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
}
