package io.gpuledger.ledger.query;

import io.gpuledger.common.event.Posting;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.Money;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** What postings cost, one after the other: slow and plain to see. */
record Slow(List<Posting> postings) {

    Slow of(Predicate<Posting> wanted) {
        return new Slow(postings.stream().filter(wanted).toList());
    }

    Money cost(Instant from, Instant until) {
        BigInteger gained = postings.stream()
                .filter(posting -> !posting.at().isBefore(from) && posting.at().isBefore(until))
                .map(posting -> posting.amount() == null
                        ? BigInteger.ZERO
                        : posting.amount().units())
                .reduce(BigInteger.ZERO, BigInteger::add);
        return new Money(
                held(from, until, posting -> posting.rate().nanoDollars()).add(gained));
    }

    GpuTime gpuTime(Instant from, Instant until) {
        return new GpuTime(held(from, until, Posting::milliGpus));
    }

    GpuTime unpriced(Instant from, Instant until) {
        return new GpuTime(held(from, until, Posting::unpricedMilliGpus));
    }

    private BigInteger held(Instant from, Instant until, ToLongFunction<Posting> rate) {
        BigInteger units = BigInteger.ZERO;
        for (Posting posting : postings) {
            Instant begin = posting.at().isBefore(from) ? from : posting.at();
            long millis = until.toEpochMilli() - begin.toEpochMilli();
            units = units.add(
                    BigInteger.valueOf(Math.max(0, millis)).multiply(BigInteger.valueOf(rate.applyAsLong(posting))));
        }
        return units;
    }
}
