package io.gpuledger.ledger.intake;

import io.gpuledger.common.topic.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.NullUnmarked;

/// what was fetched of pods.v1 -> the same, with observations that repeat what was said before in bundles
@NullUnmarked
public final class Bundler implements ConsumerInterceptor<byte[], byte[]> {

    /** Kafka Streams holds back a partition by its records, and takes a bundle for one. */
    private static final int BUNDLE_MAX = 64;

    private final Recogniser recogniser;

    /** For the consumer that is told of it in its settings. */
    public Bundler() {
        this(new Recogniser(Templates.ofThisProcess()));
    }

    Bundler(Recogniser recogniser) {
        this.recogniser = recogniser;
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> fetched) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> bundled = new HashMap<>();
        for (TopicPartition partition : fetched.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> records = fetched.records(partition);
            bundled.put(partition, partition.topic().equals(Topics.PODS) ? bundled(records) : records);
        }
        return new ConsumerRecords<>(bundled, fetched.nextOffsets());
    }

    private List<ConsumerRecord<byte[], byte[]>> bundled(List<ConsumerRecord<byte[], byte[]>> records) {
        List<ConsumerRecord<byte[], byte[]>> out = new ArrayList<>();
        List<Repeat.Read> bundle = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Repeat repeat = recogniser.repeat(record);
            if (repeat == null || !goesWith(bundle, repeat)) {
                close(bundle, out);
                bundle = new ArrayList<>();
            }
            if (repeat == null) {
                out.add(record);
            } else {
                bundle.add(new Repeat.Read(repeat, record));
            }
        }
        close(bundle, out);
        return out;
    }

    private static boolean goesWith(List<Repeat.Read> bundle, Repeat next) {
        return bundle.isEmpty()
                || (bundle.size() < BUNDLE_MAX
                        && bundle.getFirst().repeat().at().equals(next.at()));
    }

    private static void close(List<Repeat.Read> bundle, List<ConsumerRecord<byte[], byte[]>> out) {
        if (!bundle.isEmpty()) {
            out.add(new Repeats(bundle).asRecord());
        }
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void configure(Map<String, ?> settings) {}

    @Override
    public void close() {}
}
