package io.gpuledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Of three instances that tell, each with a copy, two may die one after the other. */
@Tag("slow")
class ThreeDesksTest {

    private static final long SEED = 20261130;
    private static final int ALERTS_BETWEEN = 12;
    private static final int KILLED_WITHIN_MILLIS = 300;
    private static final Duration GAP_MAX = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> TWO_COPIES = Map.of("GPU_LEDGER_ALERT_STANDBY_REPLICAS", "2");

    private final Random chance = new Random(SEED);
    private final Sink sink;
    private final Pages pages;
    private final Stage stage;

    ThreeDesksTest() throws IOException {
        sink = new Sink();
        pages = new Pages(sink);
        stage = new Stage("three-desks", "", pages.routing());
    }

    @AfterEach
    void close() {
        stage.close();
        sink.close();
    }

    @Test
    void theOneThatDecidesIsKilledTwiceAndEverythingIsToldOnceWithinTenSeconds() throws Exception {
        List<Actor> alive = new ArrayList<>();
        for (String name : List.of("one", "two", "three")) {
            alive.add(stage.actor("alert-service", name, TWO_COPIES).start());
        }
        alive.forEach(Actor::awaitReady);

        while (alive.size() > 1) {
            Actor dying = deciding(alive);
            String round = alive.size() + " alive, ";
            sink.hold();
            pages.post(round + "before", ALERTS_BETWEEN, alive);
            dying.killAfter(Duration.ofMillis(chance.nextInt(KILLED_WITHIN_MILLIS)));
            long killed = System.nanoTime();
            alive.remove(dying);
            sink.release();
            pages.post(round + "after", ALERTS_BETWEEN, alive);
            pages.awaitAllTold();
            Duration gap = pages.gapAfter(killed);
            System.out.println("of " + (alive.size() + 1) + " the one that decides was killed: longest silence "
                    + gap.toMillis() + " ms, " + pages.again() + " calls repeated so far");
            assertThat(gap).isLessThan(GAP_MAX);
        }
        assertThat(pages.toldTwice()).isEmpty();
    }

    /** Once all answer, each from a copy of its own, and exactly one decides. */
    private static Actor deciding(List<Actor> alive) {
        Awaitility.await("one decides, and each of the others has a copy")
                .atMost(PATIENCE)
                .until(() -> alive.stream().filter(Pages::isDeciding).count() == 1
                        && alive.stream().allMatch(each -> each.status("/api/v2/alerts") == 200));
        return alive.stream().filter(Pages::isDeciding).findFirst().orElseThrow();
    }
}
