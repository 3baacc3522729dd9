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
    private static final int BUNDLE_MAX = 256;

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
        List<Repeat> bundle = new ArrayList<>(BUNDLE_MAX);
        recogniser.beginsRow();
        for (int i = 0; i < records.size(); i++) {
            Repeat repeat = recogniser.repeat(records.get(i));
            if (!bundle.isEmpty() && (repeat == null || !goesWith(bundle, repeat))) {
                out.add(new Repeats(bundle, records.subList(i - bundle.size(), i)).asRecord());
                bundle = new ArrayList<>(BUNDLE_MAX);
            }
            if (repeat == null) {
                out.add(records.get(i));
            } else {
                bundle.add(repeat);
            }
        }
        if (!bundle.isEmpty()) {
            int end = records.size();
            out.add(new Repeats(bundle, records.subList(end - bundle.size(), end)).asRecord());
        }
        return out;
    }

    private static boolean goesWith(List<Repeat> bundle, Repeat next) {
        return bundle.size() < BUNDLE_MAX && bundle.getFirst().at().equals(next.at());
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void configure(Map<String, ?> settings) {}

    @Override
    public void close() {}
}
