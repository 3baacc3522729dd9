package io.gpuledger.ledger.app;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.jspecify.annotations.NullUnmarked;

/** A record without a usable time of Kafka's is worked on all the same: what happened when stands in the event. */
@NullUnmarked
public final class BrokerTime implements TimestampExtractor {

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return Math.max(0, record.timestamp());
    }
}
