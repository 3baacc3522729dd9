package io.gpuledger.pricing.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.action.ActionCommand;
import io.gpuledger.common.event.action.ActionOrder;
import io.gpuledger.common.event.action.ActionOrder.Verb;
import io.gpuledger.common.event.action.ActionTold;
import io.gpuledger.common.event.action.ActionTold.Step;
import io.gpuledger.common.event.action.Exemption;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From a command to what came of it, through the service as it runs. */
@QuarkusTest
@QuarkusTestResource(SimulatedAccounts.class)
class EnforcingTest {

    private static final AccountRef MAIN = new AccountRef("runpod", "main");
    private static final String BROKER = System.getProperty("kafka.bootstrap.servers");

    private final String action = UUID.randomUUID().toString();
    private final TopicReader topics = new TopicReader(BROKER);

    @AfterEach
    void close() {
        topics.close();
    }

    private void command(ActionOrder order) throws Exception {
        Instant now = Instant.now();
        ActionCommand command = new ActionCommand(action, now, now.plus(Duration.ofMinutes(1)), order);
        RecordHeaders headers = new RecordHeaders();
        byte[] value =
                new EventSerde<>(ActionCommand.class, "/test").serialize(Topics.ACTION_COMMANDS, headers, command);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", BROKER),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.ACTION_COMMANDS, null, command.key(), value, headers))
                    .get();
        }
    }

    private ActionTold outcome() {
        Instant until = Instant.now().plus(Duration.ofSeconds(25));
        while (Instant.now().isBefore(until)) {
            for (ActionTold told : topics.events(Topics.ACTIONS, ActionTold.class)) {
                if (told.action().equals(action)) {
                    return told;
                }
            }
        }
        throw new AssertionError("nobody says what came of it");
    }

    @Test
    void aDryRunNamesThePodAndChangesNothing() throws Exception {
        PodObserved pod = topics.await(PodObserved.class, any -> any.name().equals("web-inference-1"));

        command(new ActionOrder(Verb.STOP_POD, MAIN, pod.pod(), null, true, Exemption.NONE, 5));

        ActionTold told = outcome();
        assertThat(told.step()).isEqualTo(Step.DRY_RUN);
        assertThat(told.detail()).contains("would stop web-inference-1", "does not name stop_pod");
    }

    @Test
    void whatTheSettingsDoNotAllowIsNotDone() throws Exception {
        PodObserved pod = topics.await(PodObserved.class, any -> any.name().equals("web-inference-1"));

        command(new ActionOrder(Verb.STOP_POD, MAIN, pod.pod(), null, false, Exemption.NONE, 5));

        assertThat(outcome().step()).isEqualTo(Step.NOT_ALLOWED);
    }
}
