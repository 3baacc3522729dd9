package io.gpuledger.alert.app;

import static io.gpuledger.common.event.Crossing.State.FIRING;
import static io.gpuledger.common.event.Crossing.State.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.alert.app.StubReceiver.Reply;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Severity;
import io.gpuledger.testing.TestBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service on a real broker, from a crossing to a webhook. */
@Tag("slow")
class AlertServiceTest {

    private static final String HOOK = "/hook";

    @TempDir
    Path folder;

    private final String owner = "team-" + UUID.randomUUID();
    private StubReceiver receiver;
    private Crossings crossings;
    private AlertService service;

    @BeforeAll
    static void topics() {
        TestBroker.createTopics();
    }

    @BeforeEach
    void start() throws IOException {
        receiver = new StubReceiver();
        crossings = new Crossings();
        service = started();
    }

    @AfterEach
    void stop() {
        service.close();
        crossings.close();
        receiver.close();
    }

    /** Tests share a broker: what is left of the others is routed to nobody. */
    private AlertService started() {
        String routing = """
                route:
                  receiver: nobody
                  group_by: [owner]
                  group_wait: 100ms
                  group_interval: 300ms
                  repeat_interval: 1h
                  routes:
                  - {receiver: %s, matchers: ['owner = "%s"']}
                receivers:
                - name: nobody
                - name: %s
                  webhook_configs:
                  - url: '%s'
                """.formatted(owner, owner, owner, receiver.url(HOOK));
        return StartedService.of(routing, folder);
    }

    private Crossing crossing(Crossing.State state, Instant since) {
        return Crossings.crossing("burn 4x", owner, Severity.PAGE, state, since);
    }

    @Test
    void tellsTheBeginningAndTheEndOnceThroughARestart() throws Exception {
        Instant since = Instant.now();
        crossings.say(crossing(FIRING, since));
        Await.until("told", () -> !receiver.taken(HOOK).isEmpty());

        service.close();
        crossings.say(crossing(FIRING, since));
        service = started();
        crossings.say(crossing(RESOLVED, since));
        Await.until("told the end", () -> receiver.taken(HOOK).size() > 1);

        assertThat(receiver.taken(HOOK))
                .extracting(call -> call.body().get("status").asText())
                .containsExactly("firing", "resolved");
        assertThat(receiver.taken(HOOK)).extracting(StubReceiver.Call::key).doesNotHaveDuplicates();
    }

    @Test
    void tellsWhenADeadReceiverIsBackThoughItWasRestartedMeanwhile() throws Exception {
        AtomicBoolean dead = new AtomicBoolean(true);
        receiver.answers(HOOK, before -> dead.get() ? Reply.of(503) : Reply.OK);
        crossings.say(crossing(FIRING, Instant.now()));
        Await.until("tried twice", () -> receiver.calls(HOOK).size() > 1);

        service.close();
        service = started();
        dead.set(false);
        Await.until("told", () -> !receiver.taken(HOOK).isEmpty());

        assertThat(receiver.calls(HOOK))
                .extracting(StubReceiver.Call::key)
                .containsOnly(receiver.taken(HOOK).getFirst().key());
    }

    @Test
    void leavesAReceiverAloneForAsLongAsItAsks() throws Exception {
        receiver.answers(HOOK, before -> before == 0 ? new Reply(429, Map.of("Retry-After", "2")) : Reply.OK);
        crossings.say(crossing(FIRING, Instant.now()));
        Await.until("told", () -> !receiver.taken(HOOK).isEmpty());

        Duration left = Duration.between(
                receiver.calls(HOOK).getFirst().at(),
                receiver.taken(HOOK).getFirst().at());
        assertThat(left).isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(5));
    }

    @Test
    void putsACrossingAsideThatCannotBeReadAndGoesOn() throws Exception {
        crossings.sayRaw(owner, new byte[] {'{'});
        crossings.say(crossing(FIRING, Instant.now()));
        Await.until("told", () -> !receiver.taken(HOOK).isEmpty());

        assertThat(receiver.taken(HOOK)
                        .getFirst()
                        .body()
                        .at("/alerts/0/labels/alertname")
                        .asText())
                .isEqualTo("burn 4x");
        assertThat(crossings.reasonOfDeadLetter(owner)).contains("ce_type header is missing");
    }

    @Test
    void triesAgainAtTheNextLookWhatWasRefused() throws Exception {
        receiver.answers(HOOK, before -> before == 0 ? Reply.of(404) : Reply.OK);
        crossings.say(crossing(FIRING, Instant.now()));
        Await.until("told", () -> !receiver.taken(HOOK).isEmpty());

        assertThat(receiver.calls(HOOK)).hasSize(2);
    }
}
