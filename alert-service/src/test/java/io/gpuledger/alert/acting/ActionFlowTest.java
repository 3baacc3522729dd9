package io.gpuledger.alert.acting;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.alert.ack.GroupId;
import io.gpuledger.alert.alert.CrossingReader;
import io.gpuledger.alert.alert.Fingerprint;
import io.gpuledger.alert.alert.Links;
import io.gpuledger.alert.flow.AlertTopology;
import io.gpuledger.alert.flow.Place;
import io.gpuledger.alert.flow.StreamsSettings;
import io.gpuledger.alert.routing.RoutingReader;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.AckCommand;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Via;
import io.gpuledger.common.event.action.ActionCommand;
import io.gpuledger.common.event.action.ActionOrder;
import io.gpuledger.common.event.action.ActionOrder.Verb;
import io.gpuledger.common.event.action.ActionTold;
import io.gpuledger.common.event.action.ActionTold.Step;
import io.gpuledger.common.event.action.ActionTold.Terms;
import io.gpuledger.common.event.action.Exemption;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Actions in the flow as Kafka Streams runs it. */
class ActionFlowTest {

    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
    private static final Map<String, String> LABELS = Map.of("alertname", "burn", "owner", "ml", "severity", "page");
    private static final String ROUTING = """
            route: {receiver: d, group_by: [alertname], group_wait: 1s, group_interval: 2s, repeat_interval: 1h}
            receivers: [{name: d, webhook_configs: [{url: 'http://h/'}]}]
            """;
    private static final ActionOrder ORDER =
            new ActionOrder(Verb.STOP_POD, new AccountRef("runpod", "main"), "p1", null, false, Exemption.NONE, 5);

    @TempDir
    Path folder;

    private TopologyTestDriver driver;
    private TestInputTopic<String, Event> alerts;
    private TestInputTopic<String, Event> steps;
    private TestInputTopic<String, Event> acks;
    private TestOutputTopic<String, Event> commands;
    private TestOutputTopic<String, Event> said;

    @BeforeEach
    void start() {
        Properties settings = StreamsSettings.of("none:9092", new Place(folder, "here:1", 1));
        var plan = RoutingReader.read("r", ROUTING, Path.of("")).plan();
        driver = new TopologyTestDriver(
                AlertTopology.of(() -> plan, new CrossingReader(new Links("http://ledger.example")), settings),
                settings,
                START);
        EventSerde<Event> events = new EventSerde<>(Event.class, "/test");
        alerts = driver.createInputTopic(Topics.ALERTS, Serdes.String().serializer(), events);
        steps = driver.createInputTopic(Topics.ACTIONS, Serdes.String().serializer(), events);
        acks = driver.createInputTopic(Topics.ACK_COMMANDS, Serdes.String().serializer(), events);
        commands =
                driver.createOutputTopic(Topics.ACTION_COMMANDS, Serdes.String().deserializer(), events);
        said = driver.createOutputTopic(Topics.NOTIFICATIONS, Serdes.String().deserializer(), events);
        alert(null);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private void alert(@Nullable Instant end) {
        Instant at = end == null ? START : end;
        Alert alert = new Alert(Fingerprint.of(LABELS), LABELS, Map.of(), at, START, end, false, null);
        alerts.pipeInput(alert.key(), alert);
    }

    private void ask(Duration delay) {
        Terms terms = new Terms(
                "stopper",
                0,
                "{}:{}",
                "n1",
                List.of(Fingerprint.of(LABELS)),
                "page",
                null,
                START.plus(delay),
                false,
                START.plus(Duration.ofHours(1)),
                null);
        say(new ActionTold("a1", START, Step.REQUESTED, "alert-service", null, null, ORDER, terms));
    }

    private void say(ActionTold told) {
        steps.pipeInput(told.key(), told);
    }

    /** The names of the alerts people are told of from now on. */
    private List<String> toldOf() {
        driver.advanceWallClockTime(Duration.ofSeconds(5));
        return said.readValuesToList().stream()
                .map(event -> ((Notification) event).groupLabels().getOrDefault("alertname", ""))
                .distinct()
                .toList();
    }

    @Test
    void aCommandIsWrittenWhenItsTimeHasComeUnderTheKeyOfItsAccount() {
        ask(Duration.ofSeconds(30));
        driver.advanceWallClockTime(Duration.ofSeconds(29));
        assertThat(commands.isEmpty()).isTrue();

        driver.advanceWallClockTime(Duration.ofSeconds(1));

        assertThat(commands.readKeyValuesToList()).singleElement().satisfies(command -> {
            assertThat(command.key).isEqualTo("runpod/main");
            assertThat(((ActionCommand) command.value).order()).isEqualTo(ORDER);
        });
    }

    @Test
    void whatIsOverMeanwhileIsNotCommanded() {
        ask(Duration.ofSeconds(30));
        driver.advanceWallClockTime(Duration.ofSeconds(10));
        alert(START.plusSeconds(10));

        driver.advanceWallClockTime(Duration.ofMinutes(1));

        assertThat(commands.isEmpty()).isTrue();
    }

    @Test
    void whoeverAcknowledgesItsAlertAnywhereCancelsIt() {
        ask(Duration.ofSeconds(30));
        driver.advanceWallClockTime(Duration.ofSeconds(10));
        Notification told = said.readValuesToList().stream()
                .map(Notification.class::cast)
                .filter(page -> page.alerts().getFirst().fingerprint().equals(Fingerprint.of(LABELS)))
                .findFirst()
                .orElseThrow();
        AckCommand onIt = new AckCommand(
                "c1",
                START.plusSeconds(10),
                GroupId.of(told.receiver(), told.groupKey()),
                AckCommand.Action.ACKNOWLEDGE,
                "ann",
                Via.CLI,
                "on it",
                null);
        acks.pipeInput(onIt.key(), onIt);

        driver.advanceWallClockTime(Duration.ofMinutes(1));

        assertThat(commands.isEmpty()).isTrue();
    }

    @Test
    void peopleAreToldWhatIsToComeAndWhatFailed() {
        ask(Duration.ofSeconds(6));
        assertThat(toldOf()).containsExactlyInAnyOrder("burn", "action-pending");
        driver.advanceWallClockTime(Duration.ofSeconds(2));

        say(new ActionTold("a1", START, Step.FAILED, "pricing-service", "forbidden", null, ORDER, null));

        assertThat(toldOf()).contains("action-failed");
    }
}
