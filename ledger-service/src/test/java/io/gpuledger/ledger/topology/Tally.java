package io.gpuledger.ledger.topology;

import io.gpuledger.common.event.Posting;
import io.gpuledger.common.value.Money;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** What postings add up to, each by itself: cost, and GPU time in milli-GPU·milliseconds. */
final class Tally {

    private final List<Posting> postings = new ArrayList<>();

    Tally add(Collection<Posting> more) {
        postings.addAll(more);
        return this;
    }

    Money cost(Predicate<Posting> which, Instant from, Instant until) {
        BigInteger units = BigInteger.ZERO;
        for (Posting posting : postings) {
            if (which.test(posting)) {
                units = units.add(held(posting, posting.rate().nanoDollars(), from, until));
                boolean within = !posting.at().isBefore(from) && posting.at().isBefore(until);
                units = units.add(
                        posting.amount() != null && within ? posting.amount().units() : BigInteger.ZERO);
            }
        }
        return new Money(units);
    }

    BigInteger gpuTime(Predicate<Posting> which, Instant from, Instant until) {
        return postings.stream()
                .filter(which)
                .map(posting -> held(posting, posting.milliGpus(), from, until))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigInteger held(Posting posting, long rate, Instant from, Instant until) {
        long begin = Math.max(posting.at().toEpochMilli(), from.toEpochMilli());
        return BigInteger.valueOf(Math.max(0, until.toEpochMilli() - begin)).multiply(BigInteger.valueOf(rate));
    }
}
