package io.gpuledger.alert.app;

import io.gpuledger.alert.api.Outbox;
import io.gpuledger.alert.flow.AlertTopology;
import io.gpuledger.alert.flow.DeskView;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.AuditEntry;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.Silence;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Alerts and silences posted over HTTP -> their topics. */
final class KafkaOutbox implements Outbox {

    private static final Duration HOLDS_WITHIN = Duration.ofSeconds(10);

    private final EventSerde<Event> events = new EventSerde<>(Event.class, AlertTopology.SOURCE);
    private final Producer<String, byte[]> producer;
    private final DeskView view;
    private final Unseen unseen = new Unseen(this::isSeen);

    KafkaOutbox(Producer<String, byte[]> producer, DeskView view) {
        this.producer = producer;
        this.view = view;
    }

    @Override
    public void alerts(List<Alert> alerts) {
        unseen.awaitRoom();
        write(Topics.ALERTS, alerts);
        unseen.add(alerts);
    }

    @Override
    public void awaitSeen() {
        unseen.awaitAll();
    }

    @Override
    public void silences(List<Silence> silences) {
        // What was posted before is told as if there were no silence: it travels on another topic.
        unseen.awaitAll();
        write(Topics.SILENCES, silences);
        if (!Waiting.until(() -> isHeld(silences), HOLDS_WITHIN)) {
            throw new UncheckedIOException(new IOException("the silence is kept, and does not hold yet"));
        }
    }

    @Override
    public void note(AuditEntry entry) {
        write(Topics.AUDIT, List.of(entry));
    }

    /** True too where it cannot be asked. */
    private boolean isHeld(List<Silence> posted) {
        try {
            return view.silences().containsAll(posted);
        } catch (DeskView.Unavailable e) {
            return true;
        }
    }

    /** True too where it cannot be asked. */
    private boolean isSeen(String fingerprint, Instant at) {
        try {
            return view.alert(fingerprint)
                    .filter(held -> !held.alert().at().isBefore(at))
                    .isPresent();
        } catch (DeskView.Unavailable e) {
            return true;
        }
    }

    private void write(String topic, List<? extends Event> posted) {
        List<Future<?>> written = new ArrayList<>();
        for (Event event : posted) {
            RecordHeaders headers = new RecordHeaders();
            byte[] value = events.serialize(topic, headers, event);
            written.add(producer.send(new ProducerRecord<>(topic, null, event.key(), value, headers)));
        }
        // Else the last of them would wait for more to go with.
        producer.flush();
        try {
            for (Future<?> each : written) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new UncheckedIOException(new IOException("Kafka did not take what was posted", e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }
}
