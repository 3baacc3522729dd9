package io.gpuledger.ledger.metering;

import io.gpuledger.ledger.rating.Charge;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The steps of one resource, those of one place added up and those that change nothing left out. */
public final class Steps {

    private final Map<Step.Place, Step> byPlace = new LinkedHashMap<>();

    /** The end of what has none yet. */
    public static final long OPEN = Long.MAX_VALUE;

    /** From an instant to another, epoch milliseconds; {@link #OPEN} where there is no end yet. */
    record Span(long from, long until) {}

    void charge(Charge charge, Span span, String name, String cause) {
        if (span.from >= span.until) {
            return;
        }
        add(step(charge, span.from, name, cause));
        if (span.until != OPEN) {
            add(step(charge, span.until, name, cause).negated());
        }
    }

    private static Step step(Charge charge, long at, String name, String cause) {
        return new Step(
                new Step.Place(at, charge.cell(), charge.source(), name),
                charge.rate().nanoDollars(),
                charge.milliGpus(),
                charge.unpricedMilliGpus(),
                cause);
    }

    private void add(Step step) {
        byPlace.merge(step.place(), step, Step::plus);
    }

    List<Step> list() {
        return byPlace.values().stream().filter(step -> !step.changesNothing()).toList();
    }

    /** What must be posted so that {@code before} becomes {@code after}; the cause is the new one's. */
    static List<Step> difference(Collection<Step> before, Collection<Step> after, String cause) {
        Steps difference = new Steps();
        after.forEach(difference::add);
        before.forEach(step -> difference.add(step.negated()));
        List<Step> posted = new ArrayList<>();
        difference
                .list()
                .forEach(step -> posted.add(
                        new Step(step.place(), step.nanoDollars(), step.milliGpus(), step.unpricedMilliGpus(), cause)));
        return posted;
    }
}
