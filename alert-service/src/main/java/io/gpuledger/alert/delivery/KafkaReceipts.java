package io.gpuledger.alert.delivery;

import io.gpuledger.alert.flow.AlertTopology;
import io.gpuledger.alert.sink.Receipts;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Receipt;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Keeps receipts in {@code receipts.v1}, and finds them in the history. */
public final class KafkaReceipts implements Receipts {

    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    private final EventSerde<Event> events = new EventSerde<>(Event.class, AlertTopology.SOURCE);
    private final Producer<String, byte[]> producer;
    private final History history;
    private final Pause pause;

    public KafkaReceipts(Producer<String, byte[]> producer, History history, Pause pause) {
        this.producer = producer;
        this.history = history;
        this.pause = pause;
    }

    @Override
    public Optional<Receipt> of(Notification said) {
        return history.receipt(Receipt.keyOf(said));
    }

    /** Until it is written: what was made but not noted would be made again. */
    @Override
    public void keep(Receipt receipt) throws InterruptedException {
        RecordHeaders headers = new RecordHeaders();
        byte[] value = events.serialize(Topics.RECEIPTS, headers, receipt);
        while (true) {
            try {
                producer.send(new ProducerRecord<>(Topics.RECEIPTS, null, receipt.key(), value, headers))
                        .get();
                history.add(receipt);
                return;
            } catch (ExecutionException e) {
                pause.of(AGAIN_AFTER);
            } catch (InterruptException e) {
                // Kafka's own, which is not the JDK's, and has set the thread's mark again.
                Thread.interrupted();
                throw new InterruptedException("broken off while Kafka was written to");
            }
        }
    }
}
