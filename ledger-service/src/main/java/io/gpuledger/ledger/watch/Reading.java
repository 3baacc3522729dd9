package io.gpuledger.ledger.watch;

import io.gpuledger.common.event.PodTold;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.budget.Spent;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule reads of a subject at an instant.
 *
 * @param values one for each of the rule's windows, or one; empty where it is not known, which is not zero
 * @param weight what was spent in the longest window; a rule may want a minimum of it
 * @param spent of the budget, where the subject is one
 * @param pod the pod, where the subject is one
 */
record Reading(
        Subject subject,
        List<BigDecimal> values,
        @Nullable Money weight,
        @Nullable Spent spent,
        @Nullable PodTold pod) {

    static Reading of(Subject subject, @Nullable BigDecimal value) {
        return new Reading(subject, value == null ? List.of() : List.of(value), null, null, null);
    }

    boolean isKnown() {
        return !values.isEmpty();
    }
}
