package io.gpuledger.alert.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.alert.ack.GroupId;
import io.gpuledger.alert.alert.CrossingReader;
import io.gpuledger.alert.alert.Fingerprint;
import io.gpuledger.alert.alert.Links;
import io.gpuledger.alert.app.Crossings;
import io.gpuledger.alert.desk.Plan;
import io.gpuledger.alert.desk.Stage;
import io.gpuledger.alert.routing.RoutingReader;
import io.gpuledger.common.event.Ack;
import io.gpuledger.common.event.AckCommand;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.AuditEntry;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Crossing.State;
import io.gpuledger.common.event.Delivery;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Severity;
import io.gpuledger.common.event.Silence;
import io.gpuledger.common.event.Via;
import io.gpuledger.common.event.Withheld;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The flow as Kafka Streams runs it, with a clock of its own. */
class AlertTopologyTest {

    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
    private static final CrossingReader READER = new CrossingReader(new Links("http://ledger.example"));
    private static final String ROUTING = """
        route: {receiver: d, group_by: [owner], group_wait: 1s, group_interval: 2s, repeat_interval: 1h}
        receivers: [{name: d, webhook_configs: [{url: 'http://h/'}]}]
        """;

    @TempDir
    Path folder;

    private final Tally tally = new Tally();
    private Plan plan = plan(ROUTING);
    private TopologyTestDriver driver;
    private TestInputTopic<String, Event> crossings;
    private TestInputTopic<String, Event> deliveries;
    private TestInputTopic<String, Event> alerts;
    private TestOutputTopic<String, Event> said;

    private static Plan plan(String routing) {
        return RoutingReader.read("r", routing, Path.of("")).plan();
    }

    @BeforeEach
    void start() {
        Properties settings = StreamsSettings.of("none:9092", new Place(folder, "here:1", 1));
        driver = new TopologyTestDriver(AlertTopology.of(() -> plan, READER, tally, settings), settings, START);
        EventSerde<Event> events = new EventSerde<>(Event.class, "/test");
        crossings = driver.createInputTopic(Topics.CROSSINGS, Serdes.String().serializer(), events);
        deliveries = driver.createInputTopic(Topics.DELIVERIES, Serdes.String().serializer(), events);
        alerts = driver.createInputTopic(Topics.ALERTS, Serdes.String().serializer(), events);
        said = driver.createOutputTopic(Topics.NOTIFICATIONS, Serdes.String().deserializer(), events);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private void crosses(State state) {
        Crossing crossing = Crossings.crossing("burn", "ml", Severity.PAGE, state, START);
        crossings.pipeInput(crossing.key(), crossing);
    }

    private List<Notification> said() {
        return said.readValuesToList().stream().map(Notification.class::cast).toList();
    }

    @Test
    void saysTheBeginningAndTheEndOfWhatCrossed() {
        crosses(State.FIRING);
        driver.advanceWallClockTime(Duration.ofMillis(999));
        assertThat(said()).isEmpty();
        driver.advanceWallClockTime(Duration.ofMillis(1));
        assertThat(said()).singleElement().satisfies(first -> {
            assertThat(first.at()).isEqualTo(START.plusSeconds(1));
            assertThat(first.status()).isEqualTo(Notification.Status.FIRING);
            assertThat(first.key()).isEqualTo("{}:{owner=\"ml\"}");
        });

        crosses(State.RESOLVED);
        driver.advanceWallClockTime(Duration.ofSeconds(2));

        assertThat(said()).extracting(Notification::status).containsExactly(Notification.Status.RESOLVED);
    }

    @Test
    void keepsTheStateOfEveryAlertUnderItsFingerprint() {
        crosses(State.FIRING);

        var states = driver.createOutputTopic(
                Topics.ALERTS, Serdes.String().deserializer(), new EventSerde<>(Alert.class, "/test"));
        assertThat(states.readKeyValue())
                .satisfies(state -> assertThat(state.key).isEqualTo(state.value.fingerprint()));
    }

    private List<KeyValue<String, Alert>> states() {
        return driver.createOutputTopic(
                        Topics.ALERTS, Serdes.String().deserializer(), new EventSerde<>(Alert.class, "/test"))
                .readKeyValuesToList();
    }

    @Test
    void forgetsAnAlertThatEndedLongAgoInTheTopicToo() {
        crosses(State.FIRING);
        driver.advanceWallClockTime(Duration.ofSeconds(5));
        crosses(State.RESOLVED);
        driver.advanceWallClockTime(Duration.ofMinutes(20));
        assertThat(states()).hasSize(2).noneMatch(state -> state.value == null);

        driver.advanceWallClockTime(Duration.ofMinutes(31));

        assertThat(states()).singleElement().satisfies(state -> {
            assertThat(state.key)
                    .isEqualTo(Fingerprint.of(
                            READER.alertOf(Crossings.crossing("burn", "ml", Severity.PAGE, State.FIRING, START))
                                    .labels()));
            assertThat(state.value).isNull();
        });
        driver.advanceWallClockTime(Duration.ofHours(2));
        assertThat(states()).isEmpty();
    }

    @Test
    void writesDownAgainWhatBeganAnewJustBeforeItWasForgotten() {
        crosses(State.FIRING);
        String fingerprint = states().getFirst().key;

        alerts.pipeInput(fingerprint, null);

        assertThat(states())
                .singleElement()
                .satisfies(state -> assertThat(state.value.startsAt()).isEqualTo(START));
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(said()).hasSize(1);
    }

    @Test
    void saysAgainWhatWasRefusedAndNotWhatWasDelivered() {
        crosses(State.FIRING);
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        Notification first = said().getFirst();
        Delivery delivered = Delivery.of(first, START, Delivery.Outcome.DELIVERED, 1, null);
        deliveries.pipeInput(delivered.key(), delivered);
        driver.advanceWallClockTime(Duration.ofSeconds(2));
        assertThat(said()).isEmpty();

        Delivery refused = Delivery.of(first, START, Delivery.Outcome.REJECTED, 1, "HTTP 404");
        deliveries.pipeInput(refused.key(), refused);
        driver.advanceWallClockTime(Duration.ofSeconds(2));

        assertThat(said())
                .singleElement()
                .satisfies(again -> assertThat(again.id()).isNotEqualTo(first.id()));
    }

    @Test
    void aRoutingThatChangedIsFollowedAndNothingIsSaidTwice() {
        crosses(State.FIRING);
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(said()).hasSize(1);

        plan = plan(ROUTING.replace("group_interval: 2s", "group_interval: 3s"));
        driver.advanceWallClockTime(Duration.ofSeconds(30));
        assertThat(said()).isEmpty();

        crosses(State.RESOLVED);
        driver.advanceWallClockTime(Duration.ofSeconds(3));
        assertThat(said()).extracting(Notification::status).containsExactly(Notification.Status.RESOLVED);
    }

    @Test
    void aSilenceTravelsToTheDesk() {
        TestInputTopic<String, Event> silences = driver.createInputTopic(
                Topics.SILENCES, Serdes.String().serializer(), new EventSerde<>(Event.class, "/test"));
        silences.pipeInput(
                "s1",
                new Silence(
                        "s1",
                        START,
                        List.of(new Silence.Condition("owner", "ml", false, true)),
                        START,
                        START.plusSeconds(10),
                        "ann",
                        "planned",
                        Map.of()));
        crosses(State.FIRING);
        driver.advanceWallClockTime(Duration.ofSeconds(9));
        assertThat(said()).isEmpty();

        driver.advanceWallClockTime(Duration.ofSeconds(3));
        assertThat(said()).hasSize(1);
        assertThat(driver.createOutputTopic(
                                Topics.DECISIONS,
                                Serdes.String().deserializer(),
                                new EventSerde<>(Withheld.class, "/test"))
                        .readValuesToList())
                .extracting(Withheld::reasons)
                .containsExactly(List.of(new Withheld.Reason(Withheld.Kind.SILENCE, "s1")), List.of());
        assertThat(tally.of(Withheld.Kind.SILENCE))
                .as("one look while it lasted")
                .isEqualTo(1);
        assertThat(tally.of(Withheld.Kind.INHIBITION)).isZero();
    }

    @Test
    void anAckIsDecidedWithAllThatFollowsFromIt() {
        TestInputTopic<String, Event> commands = driver.createInputTopic(
                Topics.ACK_COMMANDS, Serdes.String().serializer(), new EventSerde<>(Event.class, "/test"));
        crosses(State.FIRING);
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(said()).hasSize(1);
        String group = GroupId.of("d", "{}:{owner=\"ml\"}");

        commands.pipeInput(
                group,
                new AckCommand(
                        "c1",
                        START.plusSeconds(1),
                        group,
                        AckCommand.Action.ACKNOWLEDGE,
                        "ann",
                        Via.REST,
                        "on it",
                        null));
        driver.advanceWallClockTime(Duration.ofHours(3));

        assertThat(said()).isEmpty();
        assertThat(read(Topics.ACKS, Ack.class)).singleElement().satisfies(ack -> {
            assertThat(ack.group()).isEqualTo(group);
            assertThat(ack.alerts()).hasSize(1);
        });
        assertThat(read(Topics.AUDIT, AuditEntry.class))
                .extracting(AuditEntry::action)
                .containsExactlyInAnyOrder(AuditEntry.Action.ROUTING_RELOAD, AuditEntry.Action.ACK_ACKNOWLEDGE);
        assertThat(read(Topics.DECISIONS, Withheld.class))
                .extracting(Withheld::reasons)
                .containsExactly(List.of(new Withheld.Reason(Withheld.Kind.ACKNOWLEDGED, "ann")));
    }

    private <T extends Event> List<T> read(String topic, Class<T> type) {
        return driver.createOutputTopic(topic, Serdes.String().deserializer(), new EventSerde<>(type, "/test"))
                .readValuesToList();
    }

    @Test
    void takesAlertsThatWerePostedToo() {
        alerts.pipeInput("x", Stage.alert(Map.of("alertname", "posted"), START, START.minusSeconds(60), null, false));
        driver.advanceWallClockTime(Duration.ofMillis(1));

        assertThat(said()).hasSize(1);
    }

    @Test
    void goesOnBehindWhatItCannotRead() {
        TestInputTopic<byte[], byte[]> raw =
                driver.createInputTopic(Topics.CROSSINGS, new ByteArraySerializer(), new ByteArraySerializer());
        raw.pipeInput(new byte[] {'k'}, new byte[] {'{'});

        crosses(State.FIRING);
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(said()).hasSize(1);
    }

    @Test
    void readsAndWritesNoTopicBesidesThoseOfAlerting() {
        Set<String> topics = new TreeSet<>();
        AlertTopology.of(() -> plan, READER, StreamsSettings.of("none:9092", new Place(folder, "here:1", 1)))
                .describe()
                .subtopologies()
                .stream()
                .flatMap(part -> part.nodes().stream())
                .forEach(node -> {
                    if (node instanceof TopologyDescription.Source source) {
                        topics.addAll(source.topicSet());
                    } else if (node instanceof TopologyDescription.Sink sink) {
                        topics.add(sink.topic());
                    }
                });

        topics.removeIf(topic -> topic.endsWith("-repartition"));
        assertThat(topics).contains(Topics.ALERTS, Topics.AUDIT).isSubsetOf(Topics.ALERTING);
    }
}
