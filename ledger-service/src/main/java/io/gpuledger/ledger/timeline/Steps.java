package io.gpuledger.ledger.timeline;

import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.rating.Charge;
import io.gpuledger.ledger.rating.Due;
import io.gpuledger.ledger.rating.Impulse;
import io.gpuledger.ledger.rating.Span;
import io.gpuledger.ledger.rating.Stretch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The steps of one resource, those of one place added up and those that change nothing left out. */
public final class Steps {

    private final Map<Step.Place, Step> byPlace = new LinkedHashMap<>();

    /// stretches and impulses -> steps
    public static List<Step> of(Due due) {
        Steps steps = new Steps();
        due.stretches().forEach(steps::add);
        due.impulses().forEach(steps::add);
        return steps.list();
    }

    /**
     * What must be posted so that what was becomes what is.
     *
     * @param changes what is more or less than it was; the cause is the new one's
     * @param moves what is as much as it was, and was covered by a bill or is no longer; they rest on what they rested on
     */
    public record Difference(List<Step> changes, List<Step> moves) {}

    /// steps posted, steps due -> what must be posted
    public static Difference difference(Collection<Step> before, Collection<Step> after, String cause) {
        Steps difference = new Steps();
        after.forEach(difference::add);
        before.forEach(step -> difference.add(step.negated()));
        Steps whetherBilledOrNot = new Steps();
        difference.list().forEach(step -> whetherBilledOrNot.add(step.whetherBilledOrNot()));
        List<Step> changes = new ArrayList<>();
        List<Step> moves = new ArrayList<>();
        for (Step step : difference.list()) {
            if (whetherBilledOrNot.changes(step.place().whetherBilledOrNot())) {
                changes.add(step.because(cause));
            } else {
                moves.add(step);
            }
        }
        return new Difference(changes, moves);
    }

    private boolean changes(Step.Place place) {
        Step step = byPlace.get(place);
        return step != null && !step.changesNothing();
    }

    private void add(Stretch stretch) {
        if (stretch.span().isEmpty()) {
            return;
        }
        add(step(stretch, stretch.span().from()));
        if (stretch.span().until() != Span.OPEN) {
            add(step(stretch, stretch.span().until()).negated());
        }
    }

    private static Step step(Stretch stretch, long at) {
        Charge charge = stretch.charge();
        return new Step(
                new Step.Place(
                        at,
                        charge.cell(),
                        charge.source(),
                        stretch.name(),
                        charge.use(),
                        charge.job(),
                        charge.estimated(),
                        charge.reconciled()),
                charge.rate().nanoDollars(),
                charge.milliGpus(),
                charge.unpricedMilliGpus(),
                Money.ZERO,
                stretch.cause());
    }

    /** All that is gained at once comes of bills. */
    private void add(Impulse impulse) {
        Step.Place place = new Step.Place(
                impulse.at(),
                impulse.cell(),
                impulse.source(),
                impulse.name(),
                impulse.use(),
                impulse.job(),
                false,
                true);
        add(new Step(place, 0, 0, 0, impulse.amount(), impulse.cause()));
    }

    private void add(Step step) {
        byPlace.merge(step.place(), step, Step::plus);
    }

    private List<Step> list() {
        return byPlace.values().stream().filter(step -> !step.changesNothing()).toList();
    }
}
