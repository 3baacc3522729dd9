package io.gpuledger.ledger.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.config.OwnerRule;
import io.gpuledger.common.event.PodEvent;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws 1 to 3 over random histories: exact, conserved, free of order. */
@Label("the laws of the ledger")
class LedgerLawsTest {

    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final long POLL_MILLIS = 60_000;

    /** A history of one account: polls that are answered, fail, lose their marker or an observation. */
    private static List<PodEvent> history(Random chance) {
        List<PodEvent> events = new ArrayList<>();
        int polls = 2 + chance.nextInt(7);
        for (int poll = 0; poll < polls; poll++) {
            Instant at = START.plusMillis(poll * POLL_MILLIS);
            if (chance.nextInt(6) == 0) {
                events.add(Told.failed(at));
                continue;
            }
            List<PodEvent> seen = new ArrayList<>();
            for (int pod = 0; pod < 4; pod++) {
                if (chance.nextInt(3) > 0) {
                    seen.add(observation("pod-" + pod, at, chance));
                }
            }
            if (chance.nextInt(8) > 0) {
                events.add(Told.polled(at, seen.size()));
            }
            if (!seen.isEmpty() && chance.nextInt(10) == 0) {
                seen.removeFirst();
            }
            if (!seen.isEmpty() && chance.nextInt(10) == 0) {
                seen.add(observation("pod-3", at, chance));
            }
            events.addAll(seen);
        }
        return events;
    }

    private static PodEvent observation(String pod, Instant at, Random chance) {
        return switch (chance.nextInt(6)) {
            case 0 -> Told.stopped(pod, at);
            case 1 -> Told.running(pod, at, "0.44");
            case 2 -> Told.startedAt(pod, at, "0.69", at.minusMillis(chance.nextLong(3 * POLL_MILLIS)));
            case 3 -> Told.pod(pod, at, PodState.RUNNING, null, null);
            default -> Told.startedAt(pod, at, "0.69", START.minusSeconds(7200));
        };
    }

    private static List<PodEvent> disturbed(List<PodEvent> events, Random chance) {
        List<PodEvent> disturbed = new ArrayList<>(events);
        events.stream().filter(event -> chance.nextInt(4) == 0).forEach(disturbed::add);
        Collections.shuffle(disturbed, chance);
        return disturbed;
    }

    private static Ledger ledger() {
        return new Ledger(Ledger.file(
                List.of(
                        new OwnerRule("even", null, null, null, "*-0", Map.of(), null, null),
                        new OwnerRule("odd", null, null, null, "*-1", Map.of(), null, null)),
                List.of(),
                List.of()));
    }

    @Property(tries = 300)
    void anyOrderAndAnyDuplicationCostsWhatTheReferenceSays(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random chance = new Random(seed);
        List<PodEvent> events = history(chance);
        Instant from = START.minusSeconds(chance.nextInt(9_000));
        Instant until = START.plusSeconds(chance.nextInt(900));

        try (Ledger inOrder = ledger().told(events);
                Ledger shuffled = ledger().told(disturbed(events, chance))) {
            Money expected = new Reference(events).cost(from, until);

            assertThat(inOrder.cost(Scope.account(Told.MAIN), from, until))
                    .as("in order")
                    .isEqualTo(expected);
            assertThat(shuffled.cost(Scope.account(Told.MAIN), from, until))
                    .as("shuffled")
                    .isEqualTo(expected);
        }
    }

    @Property(tries = 100)
    void ownersAddUpToTheAccountAndPiecesToTheRange(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random chance = new Random(seed);
        Instant from = START.minusSeconds(7_200);
        Instant until = START.plusSeconds(1_000);
        Instant cut = from.plusMillis(chance.nextLong(8_200_000));

        try (Ledger ledger = ledger().told(history(chance))) {
            Money whole = ledger.cost(Scope.account(Told.MAIN), from, until);
            Money owners = ledger.owners().stream()
                    .map(owner -> ledger.cost(Scope.owner(owner), from, until))
                    .reduce(Money.ZERO, Money::plus);
            Money pieces = ledger.cost(Scope.account(Told.MAIN), from, cut)
                    .plus(ledger.cost(Scope.account(Told.MAIN), cut, until));

            assertThat(owners).isEqualTo(whole);
            assertThat(pieces).isEqualTo(whole);
        }
    }
}
