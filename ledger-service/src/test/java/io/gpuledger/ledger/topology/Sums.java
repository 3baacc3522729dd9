package io.gpuledger.ledger.topology;

import io.gpuledger.common.event.Posting;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.Money;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** What postings come to in a range: steps by the time they hold, impulses at their instant. */
final class Sums {

    private Sums() {}

    static Money of(List<Posting> postings, Predicate<Posting> which, Instant from, Instant until) {
        Money sum = Money.ZERO;
        for (Posting posting : postings) {
            if (which.test(posting)) {
                sum = sum.plus(of(posting, from.toEpochMilli(), until.toEpochMilli()));
            }
        }
        return sum;
    }

    static Predicate<Posting> in(Scope scope) {
        return posting -> posting.scope().equals(scope);
    }

    private static Money of(Posting posting, long from, long until) {
        long at = posting.at().toEpochMilli();
        Money amount = posting.amount();
        if (amount != null) {
            return from <= at && at < until ? amount : Money.ZERO;
        }
        return Money.of(posting.rate(), Math.max(0, until - Math.max(at, from)));
    }
}
