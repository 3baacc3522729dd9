package io.gpuledger.ledger.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.PodEvent;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PodTold;
import io.gpuledger.common.event.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Laws 3 and 5 for what is told of pods: a matter of what was observed, and not of when or how often it came. */
@Label("what is told of pods")
class PodsLawsTest {

    private static final String RULES = """
            assumedPrices: [{sku: NVIDIA GeForce RTX 4090, perGpuHour: 0.60}]
            rules:
              - {name: idle, metric: pod_idle_minutes, above: 2, severity: ticket}
              - {name: idle-long, metric: pod_idle_minutes, above: 60, severity: page}
              - {name: ended, metric: pod_ended, above: 1, severity: ticket}
              - {name: disks, metric: stopped_storage, above: 1, severity: ticket}
              - {name: drift, metric: price_drift_percent, above: 20, severity: ticket}
            """;

    private static LedgerFile rules() {
        try {
            return ConfigFile.parse("test", RULES);
        } catch (ConfigFile.Refused e) {
            throw new IllegalStateException(e);
        }
    }

    /** How each pod stands in the end; when it was told makes no difference. */
    private static Map<String, PodTold> stand(List<PodTold> told) {
        Map<String, PodTold> last = new TreeMap<>();
        told.forEach(pod -> last.put(pod.account() + "/" + pod.pod(), at(pod, History.START)));
        return last;
    }

    private static PodTold at(PodTold told, Instant at) {
        return new PodTold(
                told.account(),
                told.pod(),
                at,
                told.state(),
                told.since(),
                told.idleSince(),
                told.utilisationKnown(),
                told.name(),
                told.sku(),
                told.milliGpus(),
                told.price(),
                told.storageStopped(),
                told.endedUnexpectedly());
    }

    private static List<PodTold> told(List<PodEvent> events) {
        try (MeterAlone meter = new MeterAlone(rules()).told(events)) {
            return meter.pods();
        }
    }

    /** Since when a pod was idle when it was last looked at, by every look, one after the other. */
    private static @Nullable Instant idleSince(List<PodEvent> events, String pod, Instant since) {
        NavigableMap<Instant, Boolean> idle = new TreeMap<>();
        for (PodEvent event : events) {
            if (event instanceof PodObserved seen && seen.key().equals(pod)) {
                Integer percent = seen.utilisationPercent();
                boolean isIdle = percent != null && percent < 5 && seen.state() == PodState.RUNNING;
                idle.merge(seen.at(), isIdle, Boolean::logicalAnd);
            }
        }
        Instant from = null;
        for (Map.Entry<Instant, Boolean> look : idle.entrySet()) {
            from = !look.getValue() ? null : from == null ? look.getKey() : from;
        }
        if (from == null || Duration.between(from, idle.lastKey()).toMinutes() < 1) {
            return null;
        }
        return from.isBefore(since) ? idle.ceilingKey(since) : from;
    }

    @Property(tries = 100)
    void anyOrderAndAnyDuplicationTellsTheSame(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random chance = new Random(seed);
        History history = History.of(chance, true);
        List<PodEvent> events = history.events(1).getFirst();
        Map<String, PodTold> expected = stand(told(events));

        assertThat(stand(told(history.disturbed(events)))).isEqualTo(expected);
        expected.forEach((pod, told) -> {
            if (told.utilisationKnown()) {
                assertThat(told.idleSince()).as(pod).isEqualTo(idleSince(events, pod, told.since()));
            } else {
                assertThat(told.idleSince()).as(pod).isNull();
            }
        });
    }

    @Property(tries = 100)
    void nothingIsToldTwice(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random chance = new Random(seed);
        History history = History.of(chance, true);
        Map<String, PodTold> before = new TreeMap<>();

        for (PodTold told : told(history.disturbed(history.events(1).getFirst()))) {
            PodTold now = at(told, History.START);
            assertThat(before.put(told.account() + "/" + told.pod(), now)).isNotEqualTo(now);
        }
    }

    private static Set<String> firing(List<PodEvent> events, List<PodEvent> last) {
        Set<String> firing = new TreeSet<>();
        try (Ledger ledger = new Ledger(rules()).told(events).told(last)) {
            for (Crossing crossing : ledger.crossings()) {
                if (crossing.scope().equals(Scope.account(History.TOLD))) {
                    continue; // what is not known in the end stays as it was
                }
                if (crossing.state() == Crossing.State.FIRING) {
                    assertThat(firing.add(crossing.key())).as("told once").isTrue();
                } else {
                    assertThat(firing.remove(crossing.key())).as("fired before").isTrue();
                }
            }
        }
        return firing;
    }

    /** With a last poll that is answered well, so that all is known. */
    @Property(tries = 30)
    void anyOrderAndAnyDuplicationEndsWithTheSameRulesFiring(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random chance = new Random(seed);
        History history = History.of(chance, true);
        List<PodEvent> events = new ArrayList<>(history.events(1).getFirst());
        Instant end = events.stream().map(PodEvent::at).max(Instant::compareTo).orElseThrow();
        List<PodEvent> last = history.lastPolls(end.plusSeconds(90));

        assertThat(firing(history.disturbed(events), last)).isEqualTo(firing(events, last));
    }
}
