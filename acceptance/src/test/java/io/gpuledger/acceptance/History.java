package io.gpuledger.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PollCompleted;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.wire.EventSerde;
import io.gpuledger.testing.TestBroker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** Polls of one account with hand-written time, as pricing-service would publish them. */
final class History {

    static final AccountRef ACCOUNT = new AccountRef("runpod", "written");
    private static final int PARTITIONS = 4;

    /** An event and the partition it must go to; without one its key decides. */
    record Sent(Event event, @Nullable Integer partition) {}

    private History() {}

    /** A poll that saw so many pods of one price. */
    static List<Sent> poll(Instant at, int pods, String price) {
        List<Sent> sent = new ArrayList<>();
        int[] counts = new int[PARTITIONS];
        for (int i = 0; i < pods; i++) {
            PodObserved pod = pod("pod-" + i, at, price);
            counts[Utils.toPositive(Utils.murmur2(pod.key().getBytes(UTF_8))) % PARTITIONS]++;
            sent.add(new Sent(pod, null));
        }
        for (int partition = 0; partition < PARTITIONS; partition++) {
            sent.add(new Sent(new PollCompleted(ACCOUNT, at, counts[partition], partition, PARTITIONS), partition));
        }
        return sent;
    }

    private static PodObserved pod(String id, Instant at, String price) {
        return new PodObserved(
                ACCOUNT,
                id,
                at,
                PodState.RUNNING,
                null,
                "res-" + id,
                "NVIDIA L4",
                1000,
                Tier.ON_DEMAND,
                null,
                HourlyRate.ofDollars(price),
                HourlyRate.ZERO,
                HourlyRate.ZERO,
                null,
                Map.of());
    }

    static void publish(List<Sent> events) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestBroker.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            List<Future<RecordMetadata>> written = new ArrayList<>();
            for (Sent sent : events) {
                String key = sent.event().key();
                ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.PODS, sent.partition(), key, null);
                byte[] value = new EventSerde<>(Event.class, "/acceptance")
                        .serialize(Topics.PODS, record.headers(), sent.event());
                written.add(producer.send(
                        new ProducerRecord<>(Topics.PODS, sent.partition(), key, value, record.headers())));
            }
            for (Future<RecordMetadata> sent : written) {
                sent.get();
            }
        }
    }
}
