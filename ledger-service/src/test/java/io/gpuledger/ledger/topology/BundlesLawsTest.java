package io.gpuledger.ledger.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.event.PodEvent;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import io.gpuledger.ledger.intake.Bundler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** What goes through Kafka Streams in bundles makes, in the same order, what it makes one by one. */
@Label("bundles of observations")
class BundlesLawsTest {

    private static final TopicPartition PODS = new TopicPartition(Topics.PODS, 0);
    private static final EventSerde<PodEvent> WRITER = new EventSerde<>(PodEvent.class, "/test");
    private static final LedgerFile FILE = Ledger.file(List.of(), List.of(), List.of());

    private static ConsumerRecord<byte[], byte[]> record(PodEvent event, long offset, Instant written) {
        RecordHeaders headers = new RecordHeaders();
        byte[] value = WRITER.serialize(Topics.PODS, headers, event);
        byte[] key = event.key().getBytes(UTF_8);
        return new ConsumerRecord<>(
                PODS.topic(),
                PODS.partition(),
                offset,
                written.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                key.length,
                value.length,
                key,
                value,
                headers,
                Optional.empty());
    }

    /** A history whose pods are often looked at again, now and then with a clock that is ahead, or of another age. */
    private static List<PodEvent> events(Random chance) {
        List<PodEvent> events = new ArrayList<>();
        for (PodEvent event : History.of(chance, true).events(1).getFirst()) {
            events.add(event);
            if (event instanceof PodObserved seen) {
                for (int more = chance.nextInt(4); more > 0; more--) {
                    Instant at = seen.at().plusSeconds(chance.nextInt(3) * 20L);
                    events.add(seen.again(
                            chance.nextInt(20) == 0 ? at.minus(Duration.ofDays(60)) : at,
                            seen.utilisationPercent() == null ? null : chance.nextInt(101)));
                }
            }
        }
        return events;
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(List<PodEvent> events, Random chance) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (PodEvent event : events) {
            Instant written = chance.nextInt(20) == 0 ? event.at().minus(Duration.ofHours(1)) : event.at();
            records.add(record(event, records.size(), written));
        }
        return records;
    }

    private static List<ConsumerRecord<byte[], byte[]>> bundled(
            List<ConsumerRecord<byte[], byte[]>> records, Random chance) {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        try (Bundler bundler = new Bundler()) {
            for (int from = 0; from < records.size(); ) {
                int until = Math.min(records.size(), from + 1 + chance.nextInt(40));
                bundler.onConsume(new ConsumerRecords<>(Map.of(PODS, records.subList(from, until)), Map.of()))
                        .forEach(all::add);
                from = until;
            }
        }
        return all;
    }

    @Property(tries = 30)
    void makeWhatTheirObservationsMake(@ForAll long seed) {
        List<ConsumerRecord<byte[], byte[]>> records = records(events(new Random(seed)), new Random(seed));

        try (MeterAlone single = new MeterAlone(FILE).fetched(records);
                MeterAlone bundled = new MeterAlone(FILE)) {
            // the first time most is parsed, and so known from then on
            List<ConsumerRecord<byte[], byte[]>> bundles = bundled(records, new Random(seed));
            bundled.fetched(bundles);

            assertThat(bundles).isSortedAccordingTo((one, other) -> Long.compare(one.offset(), other.offset()));
            assertThat(bundled.postings()).isEqualTo(single.postings());
            assertThat(bundled.pods()).isEqualTo(single.pods());
            assertThat(bundled.looks()).isEqualTo(single.looks());
            assertThat(bundled.deadLetterReasons()).isEqualTo(single.deadLetterReasons());
        }
    }
}
