package io.gpuledger.alert.answer;

import io.gpuledger.alert.flow.AlertTopology;
import io.gpuledger.alert.flow.DeskView;
import io.gpuledger.common.event.Ack;
import io.gpuledger.common.event.AckCommand;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Commands -> {@code ack-commands.v1}, and what the desk made of them. */
public final class AckWriter {

    private static final Duration DECIDED_WITHIN = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(5);

    private final EventSerde<AckCommand> events = new EventSerde<>(AckCommand.class, AlertTopology.SOURCE);
    private final Producer<String, byte[]> producer;
    private final DeskView view;
    private final MeterRegistry meters;

    public AckWriter(Producer<String, byte[]> producer, DeskView view, MeterRegistry meters) {
        this.producer = producer;
        this.view = view;
        this.meters = meters;
    }

    /**
     * Returns when it is safe.
     *
     * @throws UncheckedIOException if it could not be kept
     */
    void write(AckCommand command) {
        RecordHeaders headers = new RecordHeaders();
        byte[] value = events.serialize(Topics.ACK_COMMANDS, headers, command);
        try {
            producer.send(new ProducerRecord<>(Topics.ACK_COMMANDS, null, command.key(), value, headers))
                    .get();
            meters.counter(
                            "gpu_ledger_ack_commands_total",
                            "action",
                            command.action().name().toLowerCase(Locale.ROOT),
                            "via",
                            command.via().word())
                    .increment();
        } catch (ExecutionException e) {
            throw new UncheckedIOException(new IOException("Kafka did not take what was posted", e.getCause()));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** What came of it; nothing where it was not done, or not within a while. */
    Optional<Ack> decided(AckCommand command) {
        long deadline = System.nanoTime() + DECIDED_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<Ack> done =
                    view.ack(command.group()).filter(ack -> ack.command().equals(command.command()));
            if (done.isPresent()) {
                return done;
            }
            pause();
        }
        return Optional.empty();
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
