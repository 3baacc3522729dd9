package io.gpuledger.alert.flow;

import io.gpuledger.alert.ack.Pursuit;
import io.gpuledger.alert.act.Action;
import io.gpuledger.alert.acting.ActionProcessor;
import io.gpuledger.alert.alert.CrossingReader;
import io.gpuledger.alert.desk.Forgotten;
import io.gpuledger.alert.desk.Plan;
import io.gpuledger.alert.group.Group;
import io.gpuledger.alert.group.Held;
import io.gpuledger.alert.notify.Memory;
import io.gpuledger.common.event.Ack;
import io.gpuledger.common.event.AckCommand;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.AuditEntry;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Delivery;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Silence;
import io.gpuledger.common.event.Withheld;
import io.gpuledger.common.event.action.ActionCommand;
import io.gpuledger.common.event.action.ActionTold;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;

/**
 * The flow from top to bottom. Alerts and failed deliveries come together in one partition, because one place decides.
 */
public final class AlertTopology {

    /** The {@code ce_source} of what this service writes. */
    public static final String SOURCE = "/alert-service";

    private final StreamsBuilder builder;
    private final Supplier<Plan> plan;
    private final CrossingReader reader;
    private final Tally tally;

    private AlertTopology(Supplier<Plan> plan, CrossingReader reader, Tally tally, Properties settings) {
        this.reader = reader;
        this.plan = plan;
        this.tally = tally;
        Properties checked = new Properties();
        checked.putAll(settings);
        checked.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        this.builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(checked)));
    }

    public static Topology of(Supplier<Plan> plan, CrossingReader reader, Properties settings) {
        return of(plan, reader, new Tally(), settings);
    }

    /** @param tally counts what is kept quiet */
    static Topology of(Supplier<Plan> plan, CrossingReader reader, Tally tally, Properties settings) {
        return new AlertTopology(plan, reader, tally, settings).built();
    }

    private Topology built() {
        addStores();

        // crossings -> alerts
        builder.stream(Topics.CROSSINGS, read(Crossing.class, "crossings"))
                .process(() -> new CrossingProcessor(reader), Named.as(CrossingProcessor.NODE))
                .to(Topics.ALERTS, write(Alert.class, "alerts-out"));

        // deliveries that failed for good -> back to where they were decided
        KStream<String, Event> failed = builder.stream(Topics.DELIVERIES, read(Delivery.class, "deliveries"))
                .filter(AlertTopology::isFailed, Named.as("deliveries-failed"))
                .repartition(Repartitioned.<String, Delivery>as("failed-deliveries")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(serde(Delivery.class))
                        .withNumberOfPartitions(1))
                .mapValues(delivery -> (Event) delivery, Named.as("failed-as-event"));

        desk(failed);
        act();

        return builder.build();
    }

    /** alerts, silences, commands, failures, time -> notifications, who is kept quiet, who looks after what */
    private void desk(KStream<String, Event> failed) {
        KStream<String, Event> silences = builder.stream(Topics.SILENCES, read(Silence.class, "silences"))
                .mapValues(silence -> (Event) silence, Named.as("silence-as-event"));
        KStream<String, Event> commands = builder.stream(Topics.ACK_COMMANDS, read(AckCommand.class, "ack-commands"))
                .mapValues(command -> (Event) command, Named.as("ack-command-as-event"));
        KStream<String, Event> decided = builder.stream(Topics.ALERTS, read(Alert.class, "alerts"))
                .mapValues(alert -> (Event) alert, Named.as("alert-as-event"))
                .merge(silences, Named.as("with-silences"))
                .merge(commands, Named.as("with-ack-commands"))
                .merge(failed, Named.as("desk-in"))
                .process(() -> new DeskProcessor(plan, tally), Named.as("desk"), DeskStores.NAMES);
        only(Notification.class, decided, "notifications")
                .to(Topics.NOTIFICATIONS, write(Notification.class, "notifications-out"));
        only(Withheld.class, decided, "withheld").to(Topics.DECISIONS, write(Withheld.class, "withheld-out"));
        keep(Alert.class, decided, "alerts", Topics.ALERTS);
        keep(Silence.class, decided, "silences", Topics.SILENCES);
        keep(Ack.class, decided, "acks", Topics.ACKS);
        only(AuditEntry.class, decided, "audit").to(Topics.AUDIT, write(AuditEntry.class, "audit-out"));
    }

    /** steps of actions, alerts, time -> further steps, commands, who judged, alerts of actions that wait or failed */
    private void act() {
        KStream<String, Event> acted = builder.stream(Topics.ACTIONS, read(ActionTold.class, "actions"))
                .process(
                        () -> new ActionProcessor(DeskStores::ofActions),
                        Named.as("action-desk"),
                        ActionProcessor.STORE,
                        DeskStores.ALERTS,
                        DeskStores.ACKS);
        only(ActionTold.class, acted, "action-steps").to(Topics.ACTIONS, write(ActionTold.class, "actions-out"));
        only(ActionCommand.class, acted, "action-commands")
                .to(Topics.ACTION_COMMANDS, write(ActionCommand.class, "action-commands-out"));
        only(AuditEntry.class, acted, "action-audit").to(Topics.AUDIT, write(AuditEntry.class, "action-audit-out"));
        only(Alert.class, acted, "action-alerts").to(Topics.ALERTS, write(Alert.class, "action-alerts-out"));
    }

    /** What is known by its key, and nothing where that is forgotten. */
    private static <T extends Event> void keep(
            Class<T> type, KStream<String, Event> events, String name, String topic) {
        events.filter(
                        (key, event) ->
                                type.isInstance(event) || (event instanceof Forgotten gone && gone.kind() == type),
                        Named.as(name + "-known"))
                .mapValues(event -> type.isInstance(event) ? type.cast(event) : null, Named.as(name + "-or-nothing"))
                .to(topic, write(type, name + "-kept"));
    }

    private static <T extends Event> KStream<String, T> only(
            Class<T> type, KStream<String, Event> events, String name) {
        return events.filter((key, event) -> type.isInstance(event), Named.as(name + "-only"))
                .mapValues(type::cast, Named.as(name + "-as-such"));
    }

    private static boolean isFailed(String key, Delivery delivery) {
        return delivery != null && delivery.outcome() != Delivery.Outcome.DELIVERED;
    }

    private void addStores() {
        addStore(DeskStores.ALERTS, Held.class);
        addStore(DeskStores.GROUPS, Group.class);
        addStore(DeskStores.MEMORIES, Memory.class);
        addStore(DeskStores.SILENCES, Silence.class);
        addStore(DeskStores.WITHHELD, Withheld.class);
        addStore(DeskStores.ACKS, Ack.class);
        addStore(DeskStores.PURSUITS, Pursuit.class);
        addStore(DeskStores.MARKS, String.class);
        addStore(ActionProcessor.STORE, Action.class);
    }

    private <V> void addStore(String name, Class<V> type) {
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(name), Serdes.String(), new JsonSerde<>(type)));
    }

    private static <T extends Event> Consumed<String, T> read(Class<T> type, String name) {
        return Consumed.with(Serdes.String(), serde(type)).withName(name);
    }

    private static <T extends Event> Produced<String, T> write(Class<T> type, String name) {
        return Produced.with(Serdes.String(), serde(type)).withName(name);
    }

    private static <T extends Event> EventSerde<T> serde(Class<T> type) {
        return new EventSerde<>(type, SOURCE);
    }
}
