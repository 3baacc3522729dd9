package io.gpuledger.alert.acting;

import io.gpuledger.alert.act.ActionBook;
import io.gpuledger.alert.act.ActionDesk;
import io.gpuledger.common.event.action.ActionTold;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Writes steps to {@code actions.v1}. */
public final class KafkaActionBook implements ActionBook {

    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    private final EventSerde<ActionTold> events = new EventSerde<>(ActionTold.class, "/" + ActionDesk.NAME);
    private final Producer<String, byte[]> producer;

    public KafkaActionBook(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** Until it is written. */
    @Override
    public void write(ActionTold step) throws InterruptedException {
        RecordHeaders headers = new RecordHeaders();
        byte[] value = events.serialize(Topics.ACTIONS, headers, step);
        while (true) {
            try {
                producer.send(new ProducerRecord<>(Topics.ACTIONS, null, step.key(), value, headers))
                        .get();
                return;
            } catch (ExecutionException e) {
                Thread.sleep(AGAIN_AFTER);
            } catch (InterruptException e) {
                // Kafka's own, which is not the JDK's, and has set the thread's mark again.
                Thread.interrupted();
                throw new InterruptedException("broken off while Kafka was written to");
            }
        }
    }
}
