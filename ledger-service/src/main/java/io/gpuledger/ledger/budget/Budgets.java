package io.gpuledger.ledger.budget;

import io.gpuledger.common.config.Budget;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.HourlyRate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The budgets of every scope; a scope may have several, one a period. */
public final class Budgets {

    private final Map<Scope, List<Budget>> byScope;

    public Budgets(List<Budget> budgets) {
        this.byScope = budgets.stream().collect(Collectors.groupingBy(Budget::scope));
    }

    public Set<Scope> scopes() {
        return byScope.keySet();
    }

    /** The periods of a scope's budgets that an instant lies in. */
    public List<Plan> plans(Scope scope, long at) {
        return byScope.getOrDefault(scope, List.of()).stream()
                .map(budget -> Plan.at(budget, at))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The planned rate: where there are several budgets, the tightest. */
    public @Nullable HourlyRate planned(Scope scope, long at) {
        return plans(scope, at).stream()
                .map(Plan::perHour)
                .min(HourlyRate::compareTo)
                .orElse(null);
    }
}
