package io.gpuledger.ledger.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.common.event.Scope;
import org.apache.kafka.common.utils.Utils;

/** Says which partition the books of a scope are in: the one Kafka's own partitioner sends its key to. */
final class Home {

    private Home() {}

    static boolean isHere(Scope scope, int partition, int partitions) {
        return Utils.toPositive(Utils.murmur2(scope.key().getBytes(UTF_8))) % partitions == partition;
    }
}
