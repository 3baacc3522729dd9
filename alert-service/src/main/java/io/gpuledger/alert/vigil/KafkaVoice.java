package io.gpuledger.alert.vigil;

import io.gpuledger.alert.flow.AlertTopology;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Alerts to {@code alerts.v1}, crossings to {@code crossings.v1}. */
public final class KafkaVoice implements Voice {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaVoice.class);

    private final EventSerde<Event> events = new EventSerde<>(Event.class, AlertTopology.SOURCE);
    private final Producer<String, byte[]> producer;

    public KafkaVoice(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    @Override
    public void say(Alert alert) {
        write(Topics.ALERTS, alert);
    }

    @Override
    public void say(Crossing crossing) {
        write(Topics.CROSSINGS, crossing);
    }

    private void write(String topic, Event event) {
        RecordHeaders headers = new RecordHeaders();
        byte[] value = events.serialize(topic, headers, event);
        Future<RecordMetadata> unused = producer.send(
                new ProducerRecord<>(topic, null, event.key(), value, headers), (done, problem) -> complain(problem));
    }

    private static void complain(@Nullable Exception problem) {
        if (problem != null) {
            LOG.warn(
                    "Kafka did not take what was noticed: {}",
                    problem.getClass().getSimpleName());
        }
    }
}
