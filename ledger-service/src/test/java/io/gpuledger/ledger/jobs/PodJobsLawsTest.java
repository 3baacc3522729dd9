package io.gpuledger.ledger.jobs;

import static io.gpuledger.ledger.jobs.Acted.facts;
import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.PodEvent;
import io.gpuledger.ledger.rating.Due;
import io.gpuledger.ledger.rating.Span;
import io.gpuledger.ledger.rating.Stretch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws 1 to 3 for jobs that share a pod, over random jobs and random lives of pods. */
@Label("the laws of jobs on pods")
class PodJobsLawsTest {

    private static final int MILLIS = 40;

    private static List<PodEvent> acts(Random chance) {
        List<PodEvent> acts = new ArrayList<>();
        for (int i = chance.nextInt(12); i >= 0; i--) {
            String job = "job-" + chance.nextInt(4);
            long at = chance.nextInt(MILLIS);
            switch (chance.nextInt(5)) {
                case 0, 1 -> acts.add(Acted.start(job, at, 1 + chance.nextInt(900)));
                case 2, 3 -> acts.add(Acted.stop(job, at));
                default ->
                    acts.add(Acted.record(
                            job, chance.nextInt(3), new Span(at, at + chance.nextInt(9)), chance.nextInt(900)));
            }
        }
        return acts;
    }

    private static Due life(Random chance) {
        List<Stretch> stretches = new ArrayList<>();
        long at = chance.nextInt(8);
        while (at < MILLIS) {
            long until = at + 1 + chance.nextInt(15);
            Span span = new Span(at, until >= MILLIS ? Span.OPEN : until);
            if (chance.nextInt(4) > 0) {
                stretches.add(Acted.stretch(span, Component.COMPUTE, chance.nextInt(1000), 100L * chance.nextInt(13)));
            }
            stretches.add(Acted.stretch(span, Component.STORAGE, chance.nextInt(50), 0));
            at = until;
        }
        return new Due(stretches, List.of());
    }

    /** Rate, GPUs and unpriced GPUs of a component at an instant, over all shares. */
    private static List<Long> at(Due due, Component component, long at) {
        long[] sums = new long[2];
        due.stretches().stream()
                .filter(stretch ->
                        stretch.span().from() <= at && at < stretch.span().until())
                .filter(stretch -> stretch.charge().cell().component() == component)
                .forEach(stretch -> {
                    sums[0] += stretch.charge().rate().nanoDollars();
                    sums[1] += stretch.charge().milliGpus();
                });
        return List.of(sums[0], sums[1]);
    }

    @Property(tries = 500)
    void theSharesAddUpToThePodAtEveryInstant(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random chance = new Random(seed);
        Due whole = life(chance);
        Due shared = new PodJobs(facts(acts(chance)), whole).shared();

        for (long at = 0; at < MILLIS + 20; at++) {
            for (Component component : List.of(Component.COMPUTE, Component.STORAGE)) {
                assertThat(at(shared, component, at)).isEqualTo(at(whole, component, at));
            }
        }
    }

    @Property(tries = 300)
    void theOrderOfWhatIsToldAndItsRepetitionMakeNoDifference(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random chance = new Random(seed);
        Due whole = life(chance);
        List<PodEvent> acts = acts(chance);
        PodJobs inOrder = new PodJobs(facts(acts), whole);
        List<PodEvent> disturbed = new ArrayList<>(acts);
        disturbed.addAll(acts.subList(0, chance.nextInt(acts.size() + 1)));
        Collections.shuffle(disturbed, chance);
        PodJobs shuffled = new PodJobs(facts(disturbed), whole);

        assertThat(shuffled.shared()).isEqualTo(inOrder.shared());
        assertThat(shuffled.told(Acted.PLACE, shuffled.shared()))
                .isEqualTo(inOrder.told(Acted.PLACE, inOrder.shared()));
    }

    /** Straight from the rules: instant by instant, with nothing but the stays. */
    private static Map<String, Long> held(JobFacts facts, Due whole, long at) {
        List<Stay> there = new ArrayList<>();
        Roster.of(facts)
                .values()
                .forEach(stays ->
                        stays.stream().filter(stay -> holdsAt(stay, whole, at)).forEach(there::add));
        there.sort(Comparator.comparingLong((Stay stay) -> stay.told().from())
                .thenComparing(stay -> stay.claim().job()));
        long free = at(whole, Component.COMPUTE, at).get(1);
        Map<String, Long> held = new TreeMap<>();
        for (Stay stay : there) {
            if (stay.claim().milliGpus() <= free) {
                free -= stay.claim().milliGpus();
                held.put(stay.claim().job(), stay.claim().milliGpus());
            }
        }
        held.values().removeIf(milliGpus -> milliGpus == 0);
        return held;
    }

    /** It was told to, and since it first could its pod has not stopped running. */
    private static boolean holdsAt(Stay stay, Due whole, long at) {
        boolean held = false;
        for (long then = stay.told().from(); then <= at; then++) {
            boolean runs = runs(whole, then);
            if (held && !runs) {
                return false;
            }
            held |= runs;
        }
        return held && at < stay.told().until();
    }

    private static boolean runs(Due whole, long at) {
        return whole.stretches().stream()
                .anyMatch(stretch -> stretch.charge().cell().component() == Component.COMPUTE
                        && stretch.span().from() <= at
                        && at < stretch.span().until());
    }

    @Property(tries = 300)
    void everyJobHoldsWhatTheRulesSayAtEveryInstant(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random chance = new Random(seed);
        Due whole = life(chance);
        JobFacts facts = facts(acts(chance));
        Due shared = new PodJobs(facts, whole).shared();

        for (long instant = 0; instant < MILLIS + 20; instant++) {
            long at = instant;
            Map<String, Long> found = new TreeMap<>();
            shared.stretches().stream()
                    .filter(stretch ->
                            stretch.span().from() <= at && at < stretch.span().until())
                    .filter(stretch ->
                            stretch.charge().job() != null && stretch.charge().milliGpus() > 0)
                    .forEach(stretch ->
                            found.put(stretch.charge().job(), stretch.charge().milliGpus()));
            assertThat(found).as("at %d", at).isEqualTo(held(facts, whole, at));
        }
    }
}
