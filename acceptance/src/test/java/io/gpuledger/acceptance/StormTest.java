package io.gpuledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.bench.load.Storm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ten thousand alerts of a hundred owners, posted at once and then again and again, as Prometheus does. */
@Tag("slow")
class StormTest {

    private static final int ALERTS = 10_000;
    private static final int OWNERS = 100;
    private static final int BATCH = 500;
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    /** The shipped file, with a shorter interval. */
    private static String routing(Sink sink) throws Exception {
        return Files.readString(Path.of("..", "alert-service", "src", "main", "resources", "routing.yaml"))
                .replace("group_interval: 1m", "group_interval: " + INTERVAL.toSeconds() + "s")
                .replace("${GPU_LEDGER_WEBHOOK_URL}", sink.url());
    }

    @Test
    void isToldInAsManyPagesAsThereAreGroups() throws Exception {
        try (Sink sink = new Sink();
                Stage stage = new Stage("storm", "", routing(sink))) {
            Actor alerts = stage.actor("alert-service").start().awaitReady();
            Storm storm = new Storm("hot", ALERTS, OWNERS);

            storm.post(alerts.uri("/"), BATCH);
            Awaitility.await("everybody is paged")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> sink.told("pager", "hot", "firing").size() >= OWNERS);
            storm.post(alerts.uri("/"), BATCH);
            Awaitility.await("nobody is paged again")
                    .during(INTERVAL.multipliedBy(2))
                    .atMost(INTERVAL.multipliedBy(3))
                    .until(() -> sink.told("pager", "hot", "firing").size() == OWNERS);

            Set<String> pods = new HashSet<>();
            sink.told("pager", "hot", "firing")
                    .forEach(said -> pods.addAll(said.path("alerts").findValuesAsText("pod")));
            assertThat(pods).hasSize(ALERTS);
        }
    }
}
