package io.gpuledger.ledger.budget;

import io.gpuledger.common.config.Budget;
import io.gpuledger.common.config.PlannedWindow;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.HourlyRate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The budgets and the planned windows of every scope; a scope may have several of each. */
public final class Budgets {

    private final List<Budget> all;
    private final Map<Scope, List<Budget>> byScope;
    private final Map<Scope, PlannedWindows> windows;

    public Budgets(List<Budget> budgets) {
        this(budgets, List.of());
    }

    public Budgets(List<Budget> budgets, List<PlannedWindow> windows) {
        this.all = List.copyOf(budgets);
        this.byScope = budgets.stream().collect(Collectors.groupingBy(Budget::scope));
        this.windows = windows.stream()
                .collect(Collectors.groupingBy(
                        PlannedWindow::of, Collectors.collectingAndThen(Collectors.toList(), PlannedWindows::new)));
    }

    public List<Budget> all() {
        return all;
    }

    public Set<Scope> scopes() {
        return byScope.keySet();
    }

    public List<Budget> of(Scope scope) {
        return byScope.getOrDefault(scope, List.of());
    }

    /** The periods of a scope's budgets that an instant lies in. */
    public List<Plan> plans(Scope scope, long at) {
        return of(scope).stream()
                .map(budget -> Plan.at(budget, at))
                .filter(Objects::nonNull)
                .toList();
    }

    public PlannedWindows windows(Scope scope) {
        return windows.getOrDefault(scope, PlannedWindows.NONE);
    }

    /** The planned rate: where there are several budgets, the tightest; or what is planned for a while. */
    public @Nullable HourlyRate planned(Scope scope, long at) {
        return planned(scope, at, at + 1).rateAt(at);
    }

    /** The planned rate over a range, cut where a period begins or a planned window does or ends. */
    public RateLine planned(Scope scope, long from, long until) {
        RateLine.Drawing line = new RateLine.Drawing();
        long at = from;
        while (at < until) {
            HourlyRate tightest = null;
            long next = until;
            for (Budget budget : of(scope)) {
                Plan plan = Plan.at(budget, at);
                if (plan == null) {
                    next = Math.min(next, Plan.startAfter(budget, at));
                } else {
                    next = Math.min(next, plan.until());
                    HourlyRate rate = plan.perHour();
                    tightest = tightest == null || rate.compareTo(tightest) < 0 ? rate : tightest;
                }
            }
            line.add(at, next, tightest);
            at = next;
        }
        return windows(scope).raised(line.line());
    }
}
