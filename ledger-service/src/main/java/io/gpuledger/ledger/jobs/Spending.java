package io.gpuledger.ledger.jobs;

import io.gpuledger.common.event.JobTold.Spent;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.rating.Charge;
import io.gpuledger.ledger.rating.Due;
import io.gpuledger.ledger.rating.Impulse;
import io.gpuledger.ledger.rating.Span;
import io.gpuledger.ledger.rating.Stretch;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// what is due -> what each job has cost up to its last change, and what it goes on costing
final class Spending {

    private final Map<String, List<Stretch>> stretches;
    private final Map<String, List<Impulse>> impulses;

    Spending(Due due) {
        this.stretches = due.stretches().stream()
                .filter(stretch -> stretch.charge().job() != null)
                .collect(Collectors.groupingBy(
                        stretch -> Objects.requireNonNull(stretch.charge().job()), HashMap::new, Collectors.toList()));
        this.impulses = due.impulses().stream()
                .filter(impulse -> impulse.job() != null)
                .collect(Collectors.groupingBy(
                        impulse -> Objects.requireNonNull(impulse.job()), HashMap::new, Collectors.toList()));
    }

    Spent of(String job, long from) {
        List<Stretch> held = stretches.getOrDefault(job, List.of());
        List<Impulse> adjusted = impulses.getOrDefault(job, List.of());
        long upTo = from;
        for (Stretch stretch : held) {
            Span span = stretch.span();
            upTo = Math.max(upTo, span.until() == Span.OPEN ? span.from() : span.until());
        }
        Spent spent =
                new Spent(Instant.ofEpochMilli(upTo), Money.ZERO, GpuTime.ZERO, GpuTime.ZERO, HourlyRate.ZERO, 0, 0);
        for (Stretch stretch : held) {
            spent = plus(spent, stretch, upTo);
        }
        Money adjustments = adjusted.stream().map(Impulse::amount).reduce(Money.ZERO, Money::plus);
        return new Spent(
                spent.upTo(),
                spent.cost().plus(adjustments),
                spent.gpuTime(),
                spent.unpriced(),
                spent.rate(),
                spent.milliGpus(),
                spent.unpricedMilliGpus());
    }

    private static Spent plus(Spent spent, Stretch stretch, long upTo) {
        Charge charge = stretch.charge();
        boolean open = stretch.span().until() == Span.OPEN;
        long millis = (open ? upTo : stretch.span().until()) - stretch.span().from();
        return new Spent(
                spent.upTo(),
                spent.cost().plus(Money.of(charge.rate(), millis)),
                spent.gpuTime().plus(GpuTime.of(charge.milliGpus(), millis)),
                spent.unpriced().plus(GpuTime.of(charge.unpricedMilliGpus(), millis)),
                open ? spent.rate().plus(charge.rate()) : spent.rate(),
                spent.milliGpus() + (open ? charge.milliGpus() : 0),
                spent.unpricedMilliGpus() + (open ? charge.unpricedMilliGpus() : 0));
    }
}
