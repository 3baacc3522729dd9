package io.gpuledger.ledger.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.config.resource.Settings;
import io.gpuledger.common.event.BookEntry;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.HourLooks;
import io.gpuledger.common.event.PodEvent;
import io.gpuledger.common.event.PodTold;
import io.gpuledger.common.event.Posting;
import io.gpuledger.common.event.PricesListed;
import io.gpuledger.common.event.UsageEntry;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.DeadLetters;
import io.gpuledger.common.wire.EventSerde;
import io.gpuledger.common.wire.Json;
import io.gpuledger.ledger.store.Keys;
import io.gpuledger.ledger.store.StoreNames;
import io.gpuledger.ledger.timeline.Pod;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** The meter of one partition under a driver, with hand-written time. */
final class MeterAlone implements AutoCloseable {

    private final TopologyTestDriver driver;
    private final TestInputTopic<String, PodEvent> pods;
    private final TestInputTopic<byte[], byte[]> fetched;
    private final TestInputTopic<String, PricesListed> prices;

    MeterAlone(LedgerFile file) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "meter-test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:0");
        driver = new TopologyTestDriver(new LedgerTopology(Settings.of(file, List.of()), false).meter(), settings);
        prices = driver.createInputTopic(
                Topics.PRICES, new StringSerializer(), new EventSerde<>(PricesListed.class, "/test"));
        pods = driver.createInputTopic(Topics.PODS, new StringSerializer(), new EventSerde<>(PodEvent.class, "/test"));
        fetched = driver.createInputTopic(Topics.PODS, new ByteArraySerializer(), new ByteArraySerializer());
    }

    MeterAlone told(PodEvent... events) {
        return told(List.of(events));
    }

    MeterAlone told(List<? extends PodEvent> events) {
        events.forEach(event -> told(event, event.at()));
        return this;
    }

    /** @param written the broker's time of the record */
    MeterAlone told(PodEvent event, Instant written) {
        pods.pipeInput(event.key(), event, written);
        return this;
    }

    /** Records as a consumer of the topic hands them over. */
    MeterAlone fetched(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        records.forEach(record -> fetched.pipeInput(new TestRecord<>(
                record.key(), record.value(), record.headers(), Instant.ofEpochMilli(record.timestamp()))));
        return this;
    }

    MeterAlone happened(List<? extends Event> events) {
        for (Event event : events) {
            switch (event) {
                case PodEvent pod -> told(pod);
                case PricesListed list -> listed(list);
                default -> throw new IllegalArgumentException(event.id());
            }
        }
        return this;
    }

    MeterAlone listed(PricesListed... lists) {
        for (PricesListed list : lists) {
            prices.pipeInput(list.key(), list, list.at());
        }
        return this;
    }

    /** What was posted since it was last asked for. */
    List<Posting> postings() {
        return entries(Posting.class);
    }

    /** How pods were told to stand since it was last asked for. */
    List<PodTold> pods() {
        return entries(PodTold.class);
    }

    private <T extends BookEntry> List<T> entries(Class<T> kind) {
        return driver
                .createOutputTopic(
                        Topics.POSTINGS, new StringDeserializer(), new EventSerde<>(BookEntry.class, "/test"))
                .readValuesToList()
                .stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** What was told of how busy GPUs were since it was last asked for. */
    List<HourLooks> looks() {
        return driver
                .createOutputTopic(Topics.USAGE, new StringDeserializer(), new EventSerde<>(UsageEntry.class, "/test"))
                .readValuesToList()
                .stream()
                .map(HourLooks.class::cast)
                .toList();
    }

    Tally tally() {
        return new Tally().add(postings());
    }

    List<String> deadLetterReasons() {
        return driver
                .createOutputTopic(Topics.DEAD_LETTERS, new StringDeserializer(), new StringDeserializer())
                .readRecordsToList()
                .stream()
                .map(record -> new String(
                        record.headers().lastHeader(DeadLetters.REASON).value(), UTF_8))
                .toList();
    }

    /** As if it had been told all that this pod holds. */
    MeterAlone remembering(Pod pod) {
        driver.<String, Pod>getKeyValueStore(StoreNames.METER_PODS).put(Keys.of(pod.account(), pod.id()), pod);
        return this;
    }

    /** What the store of pods takes, as it is written to its changelog. */
    int kilobytesOfPods() {
        KeyValueStore<String, Pod> pods = driver.getKeyValueStore(StoreNames.METER_PODS);
        int bytes = 0;
        try (KeyValueIterator<String, Pod> all = pods.all()) {
            while (all.hasNext()) {
                bytes += Json.mapper().writeValueAsBytes(all.next().value).length;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return bytes / 1024;
    }

    @Override
    public void close() {
        driver.close();
    }
}
