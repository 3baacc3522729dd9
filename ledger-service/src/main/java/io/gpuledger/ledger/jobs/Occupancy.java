package io.gpuledger.ledger.jobs;

import io.gpuledger.common.event.Component;
import io.gpuledger.ledger.rating.Due;
import io.gpuledger.ledger.rating.Span;
import io.gpuledger.ledger.rating.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/// facts of jobs, the life of their pod -> which jobs held its GPUs when
final class Occupancy {

    /** Who started first is served first; of two that started at one instant, the lesser name. */
    private static final Comparator<Stay> TURN = Comparator.comparingLong(
                    (Stay stay) -> stay.told().from())
            .thenComparing(stay -> stay.claim().job());

    private final NavigableMap<String, List<Stay>> stays = new TreeMap<>();
    private final NavigableMap<Long, Long> milliGpus = new TreeMap<>();
    private final NavigableMap<Long, Slot> slots = new TreeMap<>();
    private final Map<String, Refusal> refusals = new HashMap<>();

    private Occupancy() {}

    /**
     * A stretch during which the same jobs held the same GPUs.
     *
     * @param milliGpus what the pod had
     * @param held never more than that; the one that started first comes first
     */
    record Slot(Span span, long milliGpus, List<Claim> held) {

        long idle() {
            return milliGpus - held.stream().mapToLong(Claim::milliGpus).sum();
        }
    }

    /** The pod runs while something is due for its compute, and has the GPUs that are due. */
    static Occupancy of(JobFacts facts, Due due) {
        Occupancy occupancy = new Occupancy();
        List<Span> runs = occupancy.runs(due);
        Roster.of(facts)
                .forEach((job, told) -> occupancy.stays.put(
                        job, told.stream().map(stay -> cut(stay, runs)).toList()));
        occupancy.fill();
        return occupancy;
    }

    /** The pod's life in pieces without a gap, and the GPUs it had from when on. */
    private List<Span> runs(Due due) {
        List<Stretch> compute = due.stretches().stream()
                .filter(stretch -> stretch.charge().cell().component() == Component.COMPUTE)
                .filter(stretch -> !stretch.span().isEmpty())
                .sorted(Comparator.comparingLong(stretch -> stretch.span().from()))
                .toList();
        List<Span> runs = new ArrayList<>();
        for (Stretch stretch : compute) {
            Span span = stretch.span();
            boolean goesOn = !runs.isEmpty() && runs.getLast().until() == span.from();
            Span run = goesOn ? new Span(runs.removeLast().from(), span.until()) : span;
            runs.add(run);
            milliGpus.put(span.from(), stretch.charge().milliGpus());
        }
        return runs;
    }

    /** A job holds GPUs while its pod runs on: it begins with it at the earliest, and ends with it at the latest. */
    private static Stay cut(Stay stay, List<Span> runs) {
        return runs.stream()
                .filter(run -> run.until() > stay.told().from())
                .findFirst()
                .map(stay::on)
                .orElse(new Stay(
                        stay.claim(),
                        stay.told(),
                        new Span(stay.told().from(), stay.told().from())));
    }

    private void fill() {
        NavigableMap<Long, List<Stay>> begins = new TreeMap<>();
        NavigableSet<Long> cuts = new TreeSet<>(milliGpus.keySet());
        stays.values().stream()
                .flatMap(List::stream)
                .filter(stay -> !stay.span().isEmpty())
                .forEach(stay -> {
                    begins.computeIfAbsent(stay.span().from(), at -> new ArrayList<>())
                            .add(stay);
                    cuts.add(stay.span().from());
                    cuts.add(stay.span().until());
                });
        NavigableSet<Stay> there = new TreeSet<>(TURN);
        for (long at : cuts) {
            there.removeIf(stay -> stay.span().until() <= at);
            there.addAll(begins.getOrDefault(at, List.of()));
            Long next = cuts.higher(at);
            if (!there.isEmpty() && next != null) {
                admit(there, new Span(at, next));
            }
        }
    }

    private void admit(NavigableSet<Stay> there, Span span) {
        long has = Objects.requireNonNull(milliGpus.floorEntry(span.from())).getValue();
        long free = has;
        List<Claim> held = new ArrayList<>();
        for (Stay stay : there) {
            Claim claim = stay.claim();
            if (claim.milliGpus() <= free) {
                held.add(claim);
                free -= claim.milliGpus();
            } else {
                refusals.putIfAbsent(claim.cause(), Refusal.of(claim, span.from(), free, has));
            }
        }
        slots.put(span.from(), new Slot(span, has, held));
    }

    /** The stays of every job, as far as its pod ran. */
    NavigableMap<String, List<Stay>> stays() {
        return stays;
    }

    /** The slots that meet a stretch, in time order. */
    List<Slot> meeting(Span span) {
        Long first = slots.floorKey(span.from());
        return slots.subMap(first == null ? span.from() : first, true, span.until(), false).values().stream()
                .filter(slot -> !slot.span().within(span).isEmpty())
                .toList();
    }

    /** By the id of the event that asked for too much. */
    Map<String, Refusal> refusals() {
        return refusals;
    }
}
