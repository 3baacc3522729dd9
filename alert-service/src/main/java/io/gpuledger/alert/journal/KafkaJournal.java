package io.gpuledger.alert.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.alert.flow.AlertTopology;
import io.gpuledger.alert.sink.Receipts;
import io.gpuledger.common.event.Delivery;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Receipt;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.DeadLetters;
import io.gpuledger.common.wire.EventSerde;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Keeps outcomes in {@code deliveries.v1}, what was given up in {@code dead-letters.v1} too, and receipts in
 * {@code receipts.v1}; finds them in the history.
 */
public final class KafkaJournal implements Outcomes, Receipts {

    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    private final EventSerde<Event> events = new EventSerde<>(Event.class, AlertTopology.SOURCE);
    private final Producer<String, byte[]> producer;
    private final History history;
    private final Pause pause;

    public KafkaJournal(Producer<String, byte[]> producer, History history, Pause pause) {
        this.producer = producer;
        this.history = history;
        this.pause = pause;
    }

    @Override
    public void meet(Notification notification) {
        history.handOver(notification);
    }

    @Override
    public boolean isFinished(Notification notification) {
        return history.isFinished(notification.id());
    }

    @Override
    public void keep(Notification notification, Delivery delivery) throws InterruptedException {
        if (delivery.outcome() == Delivery.Outcome.GAVE_UP) {
            ProducerRecord<String, byte[]> letter = record(Topics.DEAD_LETTERS, notification);
            String reason = "gave up after " + delivery.attempts() + " attempts: " + delivery.detail();
            letter.headers().add(DeadLetters.REASON, reason.getBytes(UTF_8));
            write(letter);
        }
        write(record(Topics.DELIVERIES, delivery));
        history.add(delivery);
    }

    @Override
    public Optional<Receipt> of(Notification said) {
        return history.receipt(Receipt.keyOf(said));
    }

    @Override
    public void keep(Receipt receipt) throws InterruptedException {
        write(record(Topics.RECEIPTS, receipt));
        history.add(receipt);
    }

    private ProducerRecord<String, byte[]> record(String topic, Event event) {
        RecordHeaders headers = new RecordHeaders();
        byte[] value = events.serialize(topic, headers, event);
        return new ProducerRecord<>(topic, null, event.key(), value, headers);
    }

    /** Until it is written: what was said or made but not kept would be said or made again. */
    private void write(ProducerRecord<String, byte[]> record) throws InterruptedException {
        while (true) {
            try {
                producer.send(record).get();
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
