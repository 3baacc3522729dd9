package io.gpuledger.pricing.publish;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** The partition a key leads to: the same that Kafka's own default partitioner chooses. */
public final class PartitionOfKey {

    private PartitionOfKey() {}

    public static int of(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
