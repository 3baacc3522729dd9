package io.gpuledger.alert.vigil;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.alert.alert.Beat;
import io.gpuledger.alert.alert.CrossingReader;
import io.gpuledger.alert.alert.Links;
import io.gpuledger.alert.flow.AlertTopology;
import io.gpuledger.alert.flow.Place;
import io.gpuledger.alert.flow.StreamsSettings;
import io.gpuledger.alert.routing.RoutingFile;
import io.gpuledger.alert.routing.RoutingReader;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A heartbeat on its way from crossing to notification, in virtual time. */
class HeartbeatPathTest {

    private static final Instant START = Told.START;
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int BEATS = 5;

    @TempDir
    private Path folder = Path.of("");

    private static RoutingFile routing() {
        VigilSettings settings = new VigilSettings(
                Duration.ofMinutes(15),
                Optional.empty(),
                VigilSettings.heartbeat(Optional.of("http://watch/"), Optional.empty(), EVERY));
        return OwnRoutes.in(RoutingReader.read("r", """
            route: {receiver: pager}
            receivers: [{name: pager, webhook_configs: [{url: 'http://pager/'}]}]
            """, Path.of("")), settings);
    }

    @Test
    void eachIsToldOnceOnItsScheduleAndOnlyToItsAddress() {
        RoutingFile routing = routing();
        Properties settings = StreamsSettings.of("none:9092", new Place(folder, "here:1", 1));
        EventSerde<Event> events = new EventSerde<>(Event.class, "/test");
        try (TopologyTestDriver driver = new TopologyTestDriver(
                AlertTopology.of(routing::plan, new CrossingReader(new Links("http://ledger.example")), settings),
                settings,
                START)) {
            TestInputTopic<String, Event> crossings =
                    driver.createInputTopic(Topics.CROSSINGS, Serdes.String().serializer(), events);
            for (int beat = 0; beat < BEATS; beat++) {
                Crossing crossing = Beat.crossing(START.plus(EVERY.multipliedBy(beat)));
                crossings.pipeInput(crossing.key(), crossing);
                driver.advanceWallClockTime(EVERY);
            }
            List<Notification> said = driver
                    .createOutputTopic(Topics.NOTIFICATIONS, Serdes.String().deserializer(), events)
                    .readValuesToList()
                    .stream()
                    .map(Notification.class::cast)
                    .toList();

            assertThat(said).extracting(Notification::receiver).containsOnly(Beat.NAME);
            assertThat(said).as("at the first moment, and then each minute").hasSizeBetween(BEATS, BEATS + 1);
            assertThat(said.getLast().alerts())
                    .singleElement()
                    .satisfies(told -> assertThat(Beat.writtenAt(told.annotations()))
                            .contains(START.plus(EVERY.multipliedBy(BEATS - 1))));
        }
    }
}
