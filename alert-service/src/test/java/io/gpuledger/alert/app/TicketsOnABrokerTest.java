package io.gpuledger.alert.app;

import static io.gpuledger.common.event.Crossing.State.FIRING;
import static io.gpuledger.common.event.Crossing.State.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.alert.sink.Stub;
import io.gpuledger.alert.sink.Stub.Got;
import io.gpuledger.alert.sink.Stub.Reply;
import io.gpuledger.common.event.Severity;
import io.gpuledger.testing.TestBroker;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ticket on a real broker: which one it was is known after a restart, though the tracker would not find it. */
@Tag("slow")
class TicketsOnABrokerTest {

    @TempDir
    Path folder;

    private final String owner = "team-" + UUID.randomUUID();

    @BeforeAll
    static void topics() {
        TestBroker.createTopics();
    }

    @Test
    void closesAfterARestartTheTicketItMadeBefore() throws Exception {
        Instant since = Instant.now();
        try (Stub tracker = new Stub();
                Crossings crossings = new Crossings()) {
            tracker.answers(TicketsOnABrokerTest::github);
            try (AlertService service = started(tracker)) {
                assertThat(service.isReady()).isTrue();
                crossings.say(Crossings.crossing("idle", owner, Severity.TICKET, FIRING, since));
                Await.until("made", () -> count(tracker, "POST", "/repos/a/b/issues") == 1);
            }
            try (AlertService service = started(tracker)) {
                assertThat(service.isReady()).isTrue();
                crossings.say(Crossings.crossing("idle", owner, Severity.TICKET, RESOLVED, since));
                Await.until("closed", () -> count(tracker, "PATCH", "/repos/a/b/issues/7") == 1);
            }
            assertThat(count(tracker, "POST", "/repos/a/b/issues")).isEqualTo(1);
        }
    }

    private static long count(Stub tracker, String method, String path) {
        return tracker.calls().stream()
                .filter(got -> got.method().equals(method) && got.path().equals(path))
                .count();
    }

    /** Never finds what it has. */
    private static Reply github(Got got) {
        return switch (got.method()) {
            case "GET" -> Reply.of(200, "[]");
            case "PATCH" -> Reply.of(200, "{}");
            default -> Reply.of(201, "{\"number\":7}");
        };
    }

    private AlertService started(Stub tracker) {
        String routing = """
                route:
                  receiver: nobody
                  group_by: [owner]
                  group_wait: 100ms
                  group_interval: 300ms
                  repeat_interval: 1h
                  routes:
                  - {receiver: tickets, matchers: ['owner = "%s"']}
                receivers:
                - name: nobody
                - name: tickets
                  ticket_configs:
                  - {tracker: github, repository: a/b, token: t, api_url: '%s'}
                """.formatted(owner, tracker.url());
        return StartedService.of(routing, folder);
    }
}
