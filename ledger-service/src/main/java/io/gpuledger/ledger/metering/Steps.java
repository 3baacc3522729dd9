package io.gpuledger.ledger.metering;

import io.gpuledger.common.event.PriceSource;
import io.gpuledger.ledger.rating.Charge;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The steps of one resource, those of one place added up and those that change nothing left out. */
public final class Steps {

    private final Map<Step.Place, Step> byPlace = new LinkedHashMap<>();

    /** A charge begins at {@code from} and ends at {@code until}; it has no end yet where that is {@link #OPEN}. */
    public static final long OPEN = Long.MAX_VALUE;

    void charge(Charge charge, long from, long until, String cause) {
        if (from >= until) {
            return;
        }
        add(step(charge, from, cause));
        if (until != OPEN) {
            add(step(charge, until, cause).negated());
        }
    }

    private static Step step(Charge charge, long at, String cause) {
        PriceSource source = charge.source();
        return new Step(
                new Step.Place(at, charge.cell(), source),
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
