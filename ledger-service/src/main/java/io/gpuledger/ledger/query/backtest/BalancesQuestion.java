package io.gpuledger.ledger.query.backtest;

import io.gpuledger.common.config.Rule;
import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.query.ask.RecordQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The balances of the accounts that a rule looks at, one a minute, in the order of time.
 *
 * @param from the range that is tried; what was observed some time before is told too, for it was in force
 * @param until exclusive
 */
public record BalancesQuestion(Rule rule, Instant from, Instant until)
        implements RecordQuestion<AccountObserved, List<AccountObserved>> {

    /** A balance that nobody confirmed for so long is not known. */
    static final Duration LOOK_BACK = Duration.ofDays(1);

    @Override
    public Class<AccountObserved> kind() {
        return AccountObserved.class;
    }

    @Override
    public Within within() {
        return new Within(from.minus(LOOK_BACK), until);
    }

    /** One more than are answered at once, where there are so many. */
    @Override
    public List<AccountObserved> of(Collection<AccountObserved> records) {
        return records.stream()
                .filter(seen -> rule.isFor(Scope.account(seen.account())))
                .filter(seen -> seen.at().isBefore(until))
                .sorted(Comparator.comparing(AccountObserved::at))
                .limit(SeriesQuestion.STEPS_MAX + 1L)
                .toList();
    }
}
