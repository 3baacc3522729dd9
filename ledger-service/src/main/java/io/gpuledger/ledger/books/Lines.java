package io.gpuledger.ledger.books;

import io.gpuledger.common.event.Component;
import io.gpuledger.common.value.HourlyRate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** The step lines of one scope: one per component. */
public final class Lines {

    private final Map<Component, StepLine> byComponent = new EnumMap<>(Component.class);

    public void step(Component component, long at, Rates by) {
        byComponent.computeIfAbsent(component, c -> new StepLine()).step(at, by);
    }

    /** What was spent in {@code [from, until)}, all components together. */
    public Total between(long from, long until) {
        return byComponent.values().stream()
                .map(line -> line.between(from, until))
                .reduce(Total.NOTHING, Total::plus);
    }

    /** The same by component; those without cost are left out. */
    public Map<Component, Total> byComponent(long from, long until) {
        Map<Component, Total> totals = new TreeMap<>();
        byComponent.forEach((component, line) -> {
            Total total = line.between(from, until);
            if (!total.isNothing()) {
                totals.put(component, total);
            }
        });
        return totals;
    }

    /** The rate that holds at an instant. */
    public HourlyRate rateAt(long at) {
        return HourlyRate.ofNanoDollars(new BigDecimal(byComponent.values().stream()
                .map(line -> line.nanoDollarsAt(at))
                .reduce(BigInteger.ZERO, BigInteger::add)));
    }

    /** The first instant at or after one at which something is spent or held; {@link Long#MAX_VALUE} where none is. */
    public long busyFrom(long at) {
        return byComponent.values().stream()
                .mapToLong(line -> line.busyFrom(at))
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
