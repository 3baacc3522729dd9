package io.gpuledger.ledger.rating;

import io.gpuledger.common.config.OwnerRule;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Cell;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Says whom a pod's cost belongs to and when: the first rule that holds and matches wins; where none does it is unattributed. */
public final class Owners {

    private static final OwnerRule NOBODY =
            new OwnerRule(Cell.UNATTRIBUTED, null, null, null, "*", Map.of(), null, null);

    private final List<OwnerRule> rules;

    public Owners(List<OwnerRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Whose it is at an instant, epoch milliseconds. */
    OwnerRule of(AccountRef account, Sight sight, long at) {
        for (OwnerRule rule : rules) {
            if (holdsAt(rule, at) && rule.matches(account, sight.name(), sight.labels())) {
                return rule;
            }
        }
        return NOBODY;
    }

    /** Adds the instants at which a rule begins or ends to hold. */
    void addChanges(Collection<Long> instants) {
        for (OwnerRule rule : rules) {
            if (rule.from() != null) {
                instants.add(rule.from().toEpochMilli());
            }
            if (rule.until() != null) {
                instants.add(rule.until().toEpochMilli());
            }
        }
    }

    private static boolean holdsAt(OwnerRule rule, long at) {
        return (rule.from() == null || rule.from().toEpochMilli() <= at)
                && (rule.until() == null || at < rule.until().toEpochMilli());
    }

    @Override
    public String toString() {
        return rules.toString();
    }
}
