package io.gpuledger.alert.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Notification.Status;
import io.gpuledger.common.event.Notification.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** What holds for groups whatever happens, in whatever order, with restarts anywhere. */
class LifeOfGroupsTest {

    private static final Duration REPEAT = Duration.ofSeconds(7);
    private static final String ROUTING = """
            route:
              receiver: tickets
              group_by: [owner]
              group_wait: 1s
              group_interval: 2s
              repeat_interval: 7s
              routes:
              - {receiver: pager, matchers: [severity = page]}
            receivers:
            - {name: pager, webhook_configs: [{url: 'http://h/'}]}
            - {name: tickets, webhook_configs: [{url: 'http://h/'}]}
            inhibit_rules:
            - {source_matchers: [severity = page], target_matchers: [severity = ticket], equal: [owner]}
            """;

    private static final List<String> OWNERS = List.of("ml", "cv");
    private static final List<String> SEVERITIES = List.of("page", "ticket");
    private static final List<String> RULES = List.of("burn", "budget");

    enum What {
        FIRES,
        ENDS,
        RESTARTS,
        REFUSES
    }

    record Step(int millisLater, What what, String owner, String severity, String rule) {
        Map<String, String> labels() {
            return Map.of("alertname", rule, "owner", owner, "severity", severity);
        }
    }

    @Provide
    Arbitrary<List<Step>> lives() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3_000),
                        Arbitraries.frequency(
                                Tuple.of(5, What.FIRES),
                                Tuple.of(5, What.ENDS),
                                Tuple.of(1, What.RESTARTS),
                                Tuple.of(1, What.REFUSES)),
                        Arbitraries.of(OWNERS),
                        Arbitraries.of(SEVERITIES),
                        Arbitraries.of(RULES))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    /** Lives it, then lets everything end and a while pass. */
    private static Stage lived(List<Step> steps) {
        Stage stage = new Stage(ROUTING, false);
        Map<Map<String, String>, Instant> firing = new HashMap<>();
        for (Step step : steps) {
            stage.until(stage.now().plusMillis(step.millisLater()));
            switch (step.what()) {
                case FIRES ->
                    stage.fire(step.labels(), firing.computeIfAbsent(step.labels(), any -> stage.now()), null, false);
                case ENDS -> end(stage, step.labels(), firing.remove(step.labels()));
                case RESTARTS -> stage.restart();
                case REFUSES ->
                    stage.refuse(
                            step.severity().equals("page") ? "pager" : "tickets",
                            stage.now().plusSeconds(4));
            }
        }
        Map.copyOf(firing).forEach((labels, since) -> end(stage, labels, since));
        return stage.until(stage.now().plusSeconds(60));
    }

    private static void end(Stage stage, Map<String, String> labels, @Nullable Instant since) {
        if (since != null) {
            stage.fire(labels, since, stage.now(), false);
        }
    }

    @Property(tries = 250)
    void callsOffWhateverItAnnounced(@ForAll("lives") List<Step> steps) {
        Map<String, Set<String>> open = new HashMap<>();
        for (Notification said : lived(steps).told()) {
            Set<String> here = open.computeIfAbsent(said.receiver() + said.groupKey(), any -> new HashSet<>());
            for (Told told : said.alerts()) {
                if (told.status() == Status.FIRING) {
                    here.add(told.fingerprint());
                } else {
                    here.remove(told.fingerprint());
                }
            }
        }

        assertThat(open.values()).allMatch(Set::isEmpty);
    }

    @Property(tries = 250)
    void neverSaysTheSameTwiceWithinTheRepeatInterval(@ForAll("lives") List<Step> steps) {
        Map<String, Notification> last = new HashMap<>();
        for (Notification said : lived(steps).told()) {
            Notification before = last.put(said.receiver() + said.groupKey(), said);
            if (before != null && before.alerts().equals(said.alerts())) {
                assertThat(Duration.between(before.at(), said.at())).isGreaterThan(REPEAT);
            }
        }
    }

    @Property(tries = 250)
    void numbersEverythingItSaysAnew(@ForAll("lives") List<Step> steps) {
        assertThat(lived(steps).told()).extracting(Notification::id).doesNotHaveDuplicates();
    }

    @Property(tries = 100)
    void decidesTheSameThroughARestartBeforeEveryStep(@ForAll("lives") List<Step> steps) {
        List<Step> restarting = steps.stream()
                .flatMap(step -> Stream.of(
                        new Step(step.millisLater(), What.RESTARTS, "ml", "page", "burn"),
                        new Step(0, step.what(), step.owner(), step.severity(), step.rule())))
                .toList();

        assertThat(lived(restarting).told()).isEqualTo(lived(steps).told());
    }

    @Property(tries = 100)
    void forgetsInTheEndWhatIsOver(@ForAll("lives") List<Step> steps) {
        Stage stage = lived(steps);
        stage.until(stage.now().plus(Duration.ofDays(6)));

        assertThat(((MemoryShelf<?>) stage.shelves().alerts()).size()).isZero();
        assertThat(((MemoryShelf<?>) stage.shelves().groups()).size()).isZero();
        assertThat(((MemoryShelf<?>) stage.shelves().memories()).size()).isZero();
    }
}
