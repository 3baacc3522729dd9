package io.gpuledger.alert.app;

import static io.gpuledger.common.event.Crossing.State.FIRING;
import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.alert.app.StubReceiver.Reply;
import io.gpuledger.alert.routing.RoutingFile;
import io.gpuledger.alert.routing.RoutingReader;
import io.gpuledger.alert.vigil.OwnRoutes;
import io.gpuledger.alert.vigil.VigilSettings;
import io.gpuledger.common.event.Severity;
import io.gpuledger.testing.TestBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receiver that is dead is told to another, and a heartbeat arrives: on a real broker. */
@Tag("slow")
class VigilOnABrokerTest {

    private static final String DEAD = "/dead";
    private static final String ALIVE = "/alive";
    private static final String SWITCH = "/switch";
    private static final Duration FAILING_AFTER = Duration.ofSeconds(2);

    @TempDir
    private Path folder = Path.of("");

    private final String owner = "team-" + UUID.randomUUID();
    private final StubReceiver receiver;
    private final Crossings crossings = new Crossings();

    VigilOnABrokerTest() throws IOException {
        receiver = new StubReceiver();
    }

    @BeforeAll
    static void topics() {
        TestBroker.createTopics();
    }

    private AlertService started() {
        VigilSettings vigil = new VigilSettings(
                FAILING_AFTER,
                Optional.of("fallback-" + owner),
                VigilSettings.heartbeat(Optional.of(receiver.url(SWITCH)), Optional.empty(), Duration.ofSeconds(10)));
        RoutingFile routing = OwnRoutes.in(
                RoutingReader.read(
                        "routing.yaml", """
                            route:
                              receiver: nobody
                              group_wait: 100ms
                              group_interval: 500ms
                              routes:
                              - {receiver: '%1$s', matchers: ['owner = "%1$s"']}
                              - {receiver: '%1$s', matchers: ['receiver = "%1$s"']}
                            receivers:
                            - {name: nobody}
                            - {name: '%1$s', webhook_configs: [{url: '%2$s'}]}
                            - {name: 'fallback-%1$s', webhook_configs: [{url: '%3$s'}]}
                            """.formatted(owner, receiver.url(DEAD), receiver.url(ALIVE)), folder),
                vigil);
        return StartedService.of(() -> routing, folder, vigil);
    }

    @AfterEach
    void close() {
        crossings.close();
        receiver.close();
    }

    private List<String> toldToFallback() {
        return receiver.taken(ALIVE).stream()
                .map(call -> call.body().at("/alerts/0/labels/receiver").asText() + " "
                        + call.body().get("status").asText())
                .toList();
    }

    @Test
    void aDeadReceiverIsToldToTheFallbackOnceThroughARestartAndCalledOffWhenItTakesSomething() throws Exception {
        AtomicBoolean dead = new AtomicBoolean(true);
        receiver.answers(DEAD, before -> dead.get() ? Reply.of(503) : Reply.OK);
        AlertService first = started();
        crossings.say(Crossings.crossing("burn 4x", owner, Severity.PAGE, FIRING, Instant.now()));
        Await.until("told to the fallback", () -> !toldToFallback().isEmpty());
        first.close();

        try (AlertService second = started()) {
            int calls = receiver.calls(DEAD).size();
            Await.until("tried again", () -> receiver.calls(DEAD).size() > calls + 1);
            dead.set(false);
            Await.until("called off", () -> toldToFallback().size() > 1);
            assertThat(toldToFallback()).containsExactly(owner + " firing", owner + " resolved");
            assertThat(second.history().recent(10))
                    .extracting(entry -> entry.notification().receiver())
                    .doesNotContain("gpu-ledger-heartbeat");
            Await.until(
                    "a heartbeat was taken",
                    () -> !receiver.taken(SWITCH).isEmpty()
                            && second.vigil().lastBeat().isPresent());
        }
    }
}
