package io.gpuledger.acceptance.noise;

import io.gpuledger.alert.alert.CrossingReader;
import io.gpuledger.alert.alert.Links;
import io.gpuledger.alert.flow.AlertTopology;
import io.gpuledger.alert.flow.Place;
import io.gpuledger.alert.flow.StreamsSettings;
import io.gpuledger.alert.routing.RoutingFile;
import io.gpuledger.alert.routing.RoutingSource;
import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.config.resource.Settings;
import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.PodEvent;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import io.gpuledger.ledger.topology.LedgerTopology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/** What is observed -> what people are told: the ledger's flow and the alerts', one behind the other, in virtual time. */
final class BothFlows implements AutoCloseable {

    private static final Path RULES = Path.of("..", "ledger-service", "src", "main", "resources", "shipped-rules.yaml");
    private static final String SOMEBODY = "http://somebody.example/";
    private static final Duration STEP = Duration.ofSeconds(1);

    private final EventSerde<Event> events = new EventSerde<>(Event.class, "/test");
    private final TopologyTestDriver ledger;
    private final TopologyTestDriver alerts;
    private final TestInputTopic<String, Event> pods;
    private final TestInputTopic<String, Event> accounts;
    private final TestInputTopic<String, Event> crossingsIn;
    private final TestOutputTopic<String, Event> crossings;
    private final TestOutputTopic<String, Event> notifications;
    private final List<Notification> told = new ArrayList<>();
    private Instant now;

    /**
     * The rules and the routing are those that are shipped.
     *
     * @param configuration without rules
     */
    BothFlows(String configuration, Path folder, Instant begin) throws IOException, ConfigFile.Refused {
        now = begin;
        Settings configured =
                Settings.of(ConfigFile.parse("test", configuration + "\n" + Files.readString(RULES)), List.of());
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "ledger");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:0");
        ledger = new TopologyTestDriver(new LedgerTopology(configured, false).build(), settings, begin);
        RoutingFile routing = RoutingSource.load(null, null, SOMEBODY);
        Properties alerting = StreamsSettings.of("nowhere:0", new Place(folder, "here:1", 1));
        CrossingReader reader = new CrossingReader(new Links("http://ledger.example"));
        alerts = new TopologyTestDriver(AlertTopology.of(routing::plan, reader, alerting), alerting, begin);
        pods = ledger.createInputTopic(Topics.PODS, new StringSerializer(), events);
        accounts = ledger.createInputTopic(Topics.ACCOUNTS, new StringSerializer(), events);
        crossings = ledger.createOutputTopic(Topics.CROSSINGS, new StringDeserializer(), events);
        crossingsIn = alerts.createInputTopic(Topics.CROSSINGS, new StringSerializer(), events);
        notifications = alerts.createOutputTopic(Topics.NOTIFICATIONS, new StringDeserializer(), events);
    }

    /** A poll, at its instant: the time until then passes first. */
    void observed(AccountObserved account, List<? extends PodEvent> poll) {
        passUntil(account.at());
        accounts.pipeInput(account.key(), account, account.at());
        poll.forEach(event -> pods.pipeInput(event.key(), event, event.at()));
        crossings.readValuesToList().forEach(crossing -> crossingsIn.pipeInput(crossing.key(), crossing, now));
    }

    void passUntil(Instant end) {
        while (now.isBefore(end)) {
            now = now.plus(STEP);
            ledger.advanceWallClockTime(STEP);
            alerts.advanceWallClockTime(STEP);
            notifications.readValuesToList().stream()
                    .map(Notification.class::cast)
                    .forEach(told::add);
        }
    }

    /** Everything that was said so far. */
    List<Notification> told() {
        return List.copyOf(told);
    }

    @Override
    public void close() {
        ledger.close();
        alerts.close();
    }
}
