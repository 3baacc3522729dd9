package io.gpuledger.alert.acting;

import io.gpuledger.alert.act.Action;
import io.gpuledger.alert.act.ActionDesk;
import io.gpuledger.alert.act.Circumstances;
import io.gpuledger.alert.group.Held;
import io.gpuledger.alert.group.Shelf;
import io.gpuledger.common.event.Ack;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.action.ActionTold;
import io.gpuledger.common.event.action.ActionTold.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;

/** The action desk's door to Kafka Streams. Looks every so often while an action is open: a look that decides nothing costs nothing. */
@NullUnmarked
public final class ActionProcessor implements Processor<String, ActionTold, String, Event> {

    /** The name of its store. */
    public static final String STORE = "actions";

    private static final Duration LOOKED_AT_EVERY = Duration.ofMillis(500);

    private final Function<ProcessorContext<?, ?>, Stores> stores;
    private ProcessorContext<String, Event> context;
    private ActionDesk desk;

    /** What it remembers, and what the desk knows of alerts and of who looks after them. */
    public record Stores(Shelf<Action> actions, Shelf<Held> alerts, Shelf<Ack> acks) {}

    public ActionProcessor(Function<ProcessorContext<?, ?>, Stores> stores) {
        this.stores = stores;
    }

    @Override
    public void init(ProcessorContext<String, Event> context) {
        this.context = context;
        Stores of = stores.apply(context);
        this.desk = new ActionDesk(of.actions(), new Known(of.alerts(), of.acks()));
        context.schedule(LOOKED_AT_EVERY, PunctuationType.WALL_CLOCK_TIME, this::look);
    }

    private void look(long timestamp) {
        if (!desk.isIdle()) {
            say(desk.tick(Instant.ofEpochMilli(timestamp)), timestamp);
        }
    }

    @Override
    public void process(Record<String, ActionTold> record) {
        if (record.value() != null) {
            long now = context.currentSystemTimeMs();
            say(desk.hear(record.value(), Instant.ofEpochMilli(now)), now);
        }
    }

    private void say(List<Event> events, long timestamp) {
        events.forEach(event -> context.forward(new Record<>(event.key(), event, timestamp)));
        if (!events.isEmpty()) {
            context.commit();
        }
    }

    private record Known(Shelf<Held> alerts, Shelf<Ack> acks) implements Circumstances {

        @Override
        public boolean isOver(String fingerprint, Instant now) {
            Held held = alerts.get(fingerprint);
            return held == null || held.alert().isResolvedAt(now);
        }

        @Override
        public boolean isAcknowledged(Terms terms) {
            AtomicBoolean covered = new AtomicBoolean();
            acks.forEach((group, ack) -> {
                if (ack.isInForce() && !Collections.disjoint(ack.alerts(), terms.alerts())) {
                    covered.set(true);
                }
            });
            return covered.get();
        }
    }
}
