package io.gpuledger.alert.app;

import io.gpuledger.alert.api.AlertOutbox;
import io.gpuledger.alert.api.SilenceOutbox;
import io.gpuledger.alert.flow.AlertTopology;
import io.gpuledger.alert.flow.DeskView;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.Silence;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Alerts and silences posted over HTTP -> their topics. */
final class KafkaOutbox implements AlertOutbox, SilenceOutbox {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(10);
    private static final Duration HOLDS_WITHIN = Duration.ofSeconds(10);

    private final EventSerde<Event> events = new EventSerde<>(Event.class, AlertTopology.SOURCE);
    private final Producer<String, byte[]> producer;
    private final DeskView view;

    KafkaOutbox(Producer<String, byte[]> producer, DeskView view) {
        this.producer = producer;
        this.view = view;
    }

    @Override
    public void alerts(List<Alert> alerts) {
        write(Topics.ALERTS, alerts);
    }

    @Override
    public void silences(List<Silence> silences) {
        write(Topics.SILENCES, silences);
        long deadline = System.nanoTime() + HOLDS_WITHIN.toNanos();
        while (!view.silences().containsAll(silences)) {
            if (System.nanoTime() > deadline) {
                throw new UncheckedIOException(new IOException("the silence is kept, and does not hold yet"));
            }
            pause();
        }
    }

    private void write(String topic, List<? extends Event> posted) {
        List<Future<?>> written = new ArrayList<>();
        for (Event event : posted) {
            RecordHeaders headers = new RecordHeaders();
            byte[] value = events.serialize(topic, headers, event);
            written.add(producer.send(new ProducerRecord<>(topic, null, event.key(), value, headers)));
        }
        try {
            for (Future<?> each : written) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new UncheckedIOException(new IOException("Kafka did not take what was posted", e.getCause()));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN_AFTER);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static UncheckedIOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new UncheckedIOException(new IOException("interrupted", e));
    }
}
