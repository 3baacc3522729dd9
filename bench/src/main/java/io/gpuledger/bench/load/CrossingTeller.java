package io.gpuledger.bench.load;

import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.Severity;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.common.wire.EventSerde;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Says that rules crossed, as the ledger does, and what is believed of alerts, as the alert-service does. */
public final class CrossingTeller implements AutoCloseable {

    private final EventSerde<Event> events = new EventSerde<>(Event.class, "/bench");
    private final KafkaProducer<String, byte[]> producer;

    public CrossingTeller(String bootstrapServers) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** That a pod of an owner burns too much; returns when it is written. */
    public void crossed(String owner, String pod, Instant at) {
        Crossing crossing = new Crossing(
                "burn",
                Scope.owner(owner),
                at,
                Crossing.State.FIRING,
                at,
                Severity.PAGE,
                "burn_multiple",
                new BigDecimal("4.210"),
                new BigDecimal("4"),
                "x",
                List.of("1h", "5m"),
                HourlyRate.ofDollars("42.5"),
                Money.ofDollars("120.75"),
                new BigDecimal("3.50"),
                List.of(new Crossing.Contributor(
                        pod, "train-7b", "H100", Money.ofDollars("99.999"), new BigDecimal("0.8281"), null, null)),
                Map.of("project", "llm"),
                owner + " burns 4.2x of its plan",
                null,
                pod,
                null);
        write(Topics.CROSSINGS, crossing);
        producer.flush();
    }

    /** Of the alert of a number; not flushed. */
    public void believed(int number, int groups, Instant at) {
        Map<String, String> labels = Map.of(
                "alertname", "hot", "severity", "page", "owner", "team-" + number % groups, "pod", "pod-" + number);
        write(
                Topics.ALERTS,
                new Alert(
                        String.format("%016x", number),
                        labels,
                        Map.of("summary", "pod " + number + " burns 4.2x of its plan"),
                        at,
                        at,
                        at.plusSeconds(3_600),
                        true,
                        null));
    }

    public void flush() {
        producer.flush();
    }

    private void write(String topic, Event event) {
        RecordHeaders headers = new RecordHeaders();
        byte[] value = events.serialize(topic, headers, event);
        var unused = producer.send(new ProducerRecord<>(topic, null, event.key(), value, headers));
    }

    @Override
    public void close() {
        producer.close();
    }
}
