package io.gpuledger.alert.app;

import static io.gpuledger.common.event.Crossing.State.FIRING;
import static io.gpuledger.common.event.Crossing.State.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.alert.ack.GroupId;
import io.gpuledger.alert.app.StubReceiver.Reply;
import io.gpuledger.common.event.AckCommand;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Severity;
import io.gpuledger.common.event.Via;
import io.gpuledger.testing.TestBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acks and escalations on a real broker, through restarts, to a PagerDuty that is none. */
@Tag("slow")
class AcksOnABrokerTest {

    private static final String PAGERDUTY = "/pagerduty";
    private static final String LEAD = "/lead";

    @TempDir
    Path folder;

    private final String owner = "team-" + UUID.randomUUID();
    private StubReceiver receiver;
    private Crossings crossings;
    private @Nullable AlertService service;

    @BeforeAll
    static void topics() {
        TestBroker.createTopics();
    }

    @BeforeEach
    void start() throws IOException {
        receiver = new StubReceiver();
        crossings = new Crossings();
    }

    @AfterEach
    void stop() {
        if (service != null) {
            service.close();
        }
        crossings.close();
        receiver.close();
    }

    /** Tests share a broker: what is left of the others is routed to nobody. */
    private AlertService started(String wait) {
        String routing = """
                escalations:
                - {name: up, steps: [{wait: %2$s, receiver: lead}]}
                route:
                  receiver: nobody
                  group_by: [owner]
                  group_wait: 100ms
                  group_interval: 300ms
                  repeat_interval: 500ms
                  routes:
                  - {receiver: %1$s, matchers: ['owner = "%1$s"'], escalation: up}
                receivers:
                - name: nobody
                - name: %1$s
                  pagerduty_configs: [{routing_key: 0123456789abcdef0123456789abcdef, url: '%3$s'}]
                - name: lead
                  webhook_configs: [{url: '%4$s'}]
                """.formatted(owner, wait, receiver.url(PAGERDUTY), receiver.url(LEAD));
        return StartedService.of(routing, folder);
    }

    private Crossing crossing(Crossing.State state, Instant since) {
        return Crossings.crossing("burn 4x", owner, Severity.PAGE, state, since);
    }

    private List<String> actions() {
        return receiver.taken(PAGERDUTY).stream()
                .map(call -> call.body().path("event_action").asText())
                .toList();
    }

    @Test
    void anAckIsToldToThePagerOnceAndHoldsThroughARestartUntilTheEnd() throws Exception {
        receiver.answers(PAGERDUTY, before -> before == 1 ? Reply.of(503) : Reply.OK);
        service = started("1h");
        Instant since = Instant.now();
        crossings.say(crossing(FIRING, since));
        Await.until("told", () -> actions().contains("trigger"));
        String key = "{}/{owner=\"%1$s\"}:{owner=\"%1$s\"}".formatted(owner);
        crossings.want(new AckCommand(
                "c-" + owner,
                Instant.now(),
                GroupId.of(owner, key),
                AckCommand.Action.ACKNOWLEDGE,
                "ann",
                Via.REST,
                "on it",
                null));
        Await.until("told who looks after it", () -> actions().contains("acknowledge"));

        int before = actions().size();
        service.close();
        service = started("1h");
        crossings.say(crossing(RESOLVED, since));
        Await.until("told the end", () -> actions().contains("resolve"));

        assertThat(actions()).hasSize(before + 1).containsOnlyOnce("acknowledge", "resolve");
        assertThat(receiver.calls(PAGERDUTY))
                .extracting(call -> call.body().path("dedup_key").asText())
                .containsOnly(receiver.calls(PAGERDUTY)
                        .getFirst()
                        .body()
                        .path("dedup_key")
                        .asText());
        assertThat(receiver.taken(PAGERDUTY)).extracting(StubReceiver.Call::key).doesNotHaveDuplicates();
    }

    @Test
    void whoIsNextIsToldThoughItWasRestartedMeanwhileAndHearsTheEnd() throws Exception {
        service = started("4s");
        Instant since = Instant.now();
        crossings.say(crossing(FIRING, since));
        Await.until("told", () -> actions().contains("trigger"));

        service.close();
        service = started("4s");
        Await.until("the next one was told", () -> !receiver.taken(LEAD).isEmpty());
        crossings.say(crossing(RESOLVED, since));
        Await.until(
                "both were told the end",
                () -> actions().contains("resolve")
                        && receiver.taken(LEAD)
                                .getLast()
                                .body()
                                .path("status")
                                .asText()
                                .equals("resolved"));

        assertThat(receiver.taken(LEAD).getFirst().at()).isAfter(since.plusSeconds(4));
        assertThat(receiver.taken(LEAD)
                        .getFirst()
                        .body()
                        .path("notification_reason")
                        .asText())
                .isEqualTo("escalated: up");
    }
}
