package io.gpuledger.ledger.timeline;

import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.rating.Charge;
import io.gpuledger.ledger.rating.Due;
import io.gpuledger.ledger.rating.Impulse;
import io.gpuledger.ledger.rating.Span;
import io.gpuledger.ledger.rating.Stretch;
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

    /** What must be posted so that {@code before} becomes {@code after}; the cause is the new one's. */
    public static List<Step> difference(Collection<Step> before, Collection<Step> after, String cause) {
        Steps difference = new Steps();
        after.forEach(difference::add);
        before.forEach(step -> difference.add(step.negated()));
        return difference.list().stream().map(step -> step.because(cause)).toList();
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
                        charge.estimated()),
                charge.rate().nanoDollars(),
                charge.milliGpus(),
                charge.unpricedMilliGpus(),
                Money.ZERO,
                stretch.cause());
    }

    private void add(Impulse impulse) {
        Step.Place place = new Step.Place(
                impulse.at(), impulse.cell(), impulse.source(), impulse.name(), impulse.use(), impulse.job(), false);
        add(new Step(place, 0, 0, 0, impulse.amount(), impulse.cause()));
    }

    private void add(Step step) {
        byPlace.merge(step.place(), step, Step::plus);
    }

    private List<Step> list() {
        return byPlace.values().stream().filter(step -> !step.changesNothing()).toList();
    }
}
