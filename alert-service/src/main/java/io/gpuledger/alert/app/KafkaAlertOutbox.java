package io.gpuledger.alert.app;

import io.gpuledger.alert.api.AlertOutbox;
import io.gpuledger.alert.flow.AlertTopology;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** alerts posted over HTTP -> alerts.v1 */
final class KafkaAlertOutbox implements AlertOutbox {

    private final EventSerde<Alert> alerts = new EventSerde<>(Alert.class, AlertTopology.SOURCE);
    private final Producer<String, byte[]> producer;

    KafkaAlertOutbox(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    @Override
    public void put(List<Alert> posted) {
        List<Future<?>> written = new ArrayList<>();
        for (Alert alert : posted) {
            RecordHeaders headers = new RecordHeaders();
            byte[] value = alerts.serialize(Topics.ALERTS, headers, alert);
            written.add(producer.send(new ProducerRecord<>(Topics.ALERTS, null, alert.key(), value, headers)));
        }
        try {
            for (Future<?> each : written) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new UncheckedIOException(new IOException("Kafka did not take the alerts", e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }
}
