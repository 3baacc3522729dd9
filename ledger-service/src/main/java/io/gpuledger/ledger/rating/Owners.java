package io.gpuledger.ledger.rating;

import io.gpuledger.common.config.OwnerRule;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Cell;
import java.util.List;
import java.util.Map;

/** Says whom a pod's cost belongs to: the first rule that matches wins; where none does it is unattributed. */
public final class Owners {

    private static final OwnerRule NOBODY =
            new OwnerRule(Cell.UNATTRIBUTED, null, null, null, "*", Map.of(), null, null);

    private final List<OwnerRule> rules;

    public Owners(List<OwnerRule> rules) {
        this.rules = List.copyOf(rules);
    }

    OwnerRule of(AccountRef account, Sight sight) {
        for (OwnerRule rule : rules) {
            if (rule.matches(account, sight.name(), sight.labels())) {
                return rule;
            }
        }
        return NOBODY;
    }

    @Override
    public String toString() {
        return rules.toString();
    }
}
