package io.gpuledger.alert.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.alert.ack.GroupId;
import io.gpuledger.common.event.Ack;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Notification.Status;
import io.gpuledger.common.event.Notification.Told;
import io.gpuledger.common.event.Via;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for groups that somebody looks after, or nobody does, whatever happens and with restarts anywhere. */
class LifeOfAcksTest {

    private static final String ROUTING = """
            route:
              receiver: pager
              group_by: [owner]
              group_wait: 1s
              group_interval: 2s
              repeat_interval: 3s
              escalation: up
            escalations:
            - name: up
              steps: [{wait: 2500ms, receiver: lead}, {wait: 6s, receiver: head}]
            receivers:
            - name: pager
              pagerduty_configs: [{routing_key: 0123456789abcdef0123456789abcdef}]
            - {name: lead, webhook_configs: [{url: 'http://h/'}]}
            - {name: head, webhook_configs: [{url: 'http://h/'}]}
            """;

    enum What {
        FIRES,
        ENDS,
        ACKS,
        ACKS_FOR_A_WHILE,
        WITHDRAWS,
        REFUSES,
        RELOADS,
        RESTARTS
    }

    record Step(int millisLater, What what, String owner, String rule) {
        Map<String, String> labels() {
            return Map.of("alertname", rule, "owner", owner);
        }
    }

    @Provide
    Arbitrary<List<Step>> lives() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3_000),
                        Arbitraries.frequency(
                                Tuple.of(6, What.FIRES),
                                Tuple.of(4, What.ENDS),
                                Tuple.of(3, What.ACKS),
                                Tuple.of(2, What.ACKS_FOR_A_WHILE),
                                Tuple.of(2, What.WITHDRAWS),
                                Tuple.of(1, What.REFUSES),
                                Tuple.of(1, What.RELOADS),
                                Tuple.of(1, What.RESTARTS)),
                        Arbitraries.of("ml", "cv"),
                        Arbitraries.of("burn", "budget"))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    /** Lives it, then lets everything end and a while pass. */
    private static Stage lived(List<Step> steps) {
        Stage stage = new Stage(ROUTING, false);
        Map<Map<String, String>, Instant> firing = new HashMap<>();
        int reloads = 0;
        for (Step step : steps) {
            stage.until(stage.now().plusMillis(step.millisLater()));
            String group = stage.group("pager", Map.of("owner", step.owner()));
            switch (step.what()) {
                case FIRES ->
                    stage.fire(step.labels(), firing.computeIfAbsent(step.labels(), any -> stage.now()), null, false);
                case ENDS -> end(stage, step.labels(), firing);
                case ACKS -> stage.acknowledge("ann", group, Via.REST, null);
                case ACKS_FOR_A_WHILE ->
                    stage.acknowledge("bob", group, Via.CLI, stage.now().plusSeconds(4));
                case WITHDRAWS -> stage.withdraw("ann", group);
                case REFUSES ->
                    stage.refuse(
                            step.owner().equals("ml") ? "lead" : "pager",
                            stage.now().plusSeconds(4));
                case RELOADS -> stage.reload(ROUTING + "# " + ++reloads + "\n");
                case RESTARTS -> stage.restart();
            }
        }
        List.copyOf(firing.keySet()).forEach(labels -> end(stage, labels, firing));
        return stage.until(stage.now().plusSeconds(60));
    }

    private static void end(Stage stage, Map<String, String> labels, Map<Map<String, String>, Instant> firing) {
        Instant since = firing.remove(labels);
        if (since != null) {
            stage.fire(labels, since, stage.now(), false);
        }
    }

    /** When groups were acknowledged, both ends excluded. */
    private record Span(String group, Instant from, Instant until) {}

    private static List<Span> spans(Stage stage) {
        List<Span> spans = new ArrayList<>();
        Map<String, Instant> open = new HashMap<>();
        for (Ack ack : stage.acknowledged()) {
            if (ack.isInForce()) {
                open.putIfAbsent(ack.group(), ack.at());
            } else {
                spans.add(new Span(ack.group(), Objects.requireNonNull(open.remove(ack.group())), ack.at()));
            }
        }
        assertThat(open).as("acks that never end").isEmpty();
        return spans;
    }

    private static boolean isAcknowledged(List<Span> spans, Notification said) {
        String group = GroupId.of("pager", said.groupKey());
        return spans.stream()
                .anyMatch(span -> span.group().equals(group)
                        && said.at().isAfter(span.from())
                        && said.at().isBefore(span.until()));
    }

    @Property(tries = 300)
    void neverRepeatsNorEscalatesWhatIsAcknowledged(@ForAll("lives") List<Step> steps) {
        Stage stage = lived(steps);
        List<Span> spans = spans(stage);
        Map<String, List<Told>> last = new HashMap<>();
        Map<String, Set<String>> open = new HashMap<>();
        for (Notification said : stage.told()) {
            if (said.acknowledged() != null) {
                continue;
            }
            String to = said.receiver() + said.groupKey();
            Set<String> here = open.computeIfAbsent(to, any -> new HashSet<>());
            if (isAcknowledged(spans, said)) {
                assertThat(said.alerts()).as("repeated").isNotEqualTo(last.get(to));
                assertThat(said.receiver().equals("pager") || !here.isEmpty())
                        .as("escalated")
                        .isTrue();
            }
            last.put(to, said.alerts());
            said.alerts().forEach(told -> note(told, here));
        }
    }

    private static void note(Told told, Set<String> open) {
        if (told.status() == Status.FIRING) {
            open.add(told.fingerprint());
        } else {
            open.remove(told.fingerprint());
        }
    }

    @Property(tries = 300)
    void callsOffWhateverItAnnouncedToWhomever(@ForAll("lives") List<Step> steps) {
        Map<String, Set<String>> open = new HashMap<>();
        for (Notification said : lived(steps).told()) {
            if (said.acknowledged() == null) {
                Set<String> here = open.computeIfAbsent(said.receiver() + said.groupKey(), any -> new HashSet<>());
                said.alerts().forEach(told -> note(told, here));
            }
        }

        assertThat(open.values()).allMatch(Set::isEmpty);
    }

    @Property(tries = 100)
    void decidesTheSameThroughARestartBeforeEveryStep(@ForAll("lives") List<Step> steps) {
        List<Step> restarting = steps.stream()
                .flatMap(step -> Stream.of(
                        new Step(step.millisLater(), What.RESTARTS, "ml", "burn"),
                        new Step(0, step.what(), step.owner(), step.rule())))
                .toList();

        Stage restarted = lived(restarting);
        Stage straight = lived(steps);
        assertThat(restarted.told()).isEqualTo(straight.told());
        assertThat(restarted.acknowledged()).isEqualTo(straight.acknowledged());
    }

    @Property(tries = 100)
    void numbersEverythingItSaysAnew(@ForAll("lives") List<Step> steps) {
        assertThat(lived(steps).told()).extracting(Notification::id).doesNotHaveDuplicates();
    }

    @Property(tries = 50)
    void forgetsInTheEndWhatIsOver(@ForAll("lives") List<Step> steps) {
        Stage stage = lived(steps);
        stage.until(stage.now().plus(Duration.ofDays(6)));

        assertThat(((MemoryShelf<?>) stage.shelves().acks()).size()).isZero();
        assertThat(((MemoryShelf<?>) stage.shelves().pursuits()).size()).isZero();
        assertThat(((MemoryShelf<?>) stage.shelves().memories()).size()).isZero();
    }
}
