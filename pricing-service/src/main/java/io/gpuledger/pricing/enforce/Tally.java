package io.gpuledger.pricing.enforce;

import io.gpuledger.common.event.action.ActionOrder;
import io.gpuledger.common.event.action.ActionTold.Step;
import java.util.EnumMap;
import java.util.Map;

/** How it went with several pods. */
final class Tally {

    private final ActionOrder order;
    private final int unreadable;
    private final Map<Step, Integer> counts = new EnumMap<>(Step.class);
    private int left;

    /** @param unreadable how many pods could not be looked at */
    Tally(ActionOrder order, int unreadable) {
        this.order = order;
        this.unreadable = unreadable;
    }

    /** Whether as many were touched as may be; what failed was touched. */
    boolean isFull() {
        return of(Step.DONE) + of(Step.FAILED) + of(Step.DRY_RUN) >= order.podsMax();
    }

    void count(Step step) {
        counts.merge(step, 1, Integer::sum);
    }

    void leave() {
        left++;
    }

    private int of(Step step) {
        return counts.getOrDefault(step, 0);
    }

    /** Pods that cannot be read were not touched, and should have been. */
    Step step() {
        if (of(Step.FAILED) > 0 || unreadable > 0) {
            return Step.FAILED;
        }
        return order.dryRun() ? Step.DRY_RUN : Step.DONE;
    }

    String sentence() {
        StringBuilder sentence = new StringBuilder()
                .append(order.dryRun() ? "would " : "")
                .append(order.verb().phrase())
                .append(": ")
                .append(of(order.dryRun() ? Step.DRY_RUN : Step.DONE))
                .append(" pods");
        add(sentence, of(Step.FAILED), " failed");
        add(sentence, of(Step.EXEMPT), " exempt");
        add(sentence, left, " left alone, beyond pods_max " + order.podsMax());
        add(sentence, unreadable, " that cannot be read");
        return sentence.toString();
    }

    private static void add(StringBuilder sentence, int count, String words) {
        if (count > 0) {
            sentence.append(", ").append(count).append(words);
        }
    }
}
