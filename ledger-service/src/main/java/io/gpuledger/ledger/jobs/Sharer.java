package io.gpuledger.ledger.jobs;

import io.gpuledger.common.event.Use;
import io.gpuledger.common.value.Apportionment;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.ledger.jobs.Occupancy.Slot;
import io.gpuledger.ledger.rating.Charge;
import io.gpuledger.ledger.rating.Due;
import io.gpuledger.ledger.rating.Span;
import io.gpuledger.ledger.rating.Stretch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// what is due for a pod -> what is due for its jobs by their milli-GPUs, and the rest for its owner, as idle
final class Sharer {

    private final Occupancy occupancy;
    private final List<Stretch> shares = new ArrayList<>();

    private Sharer(Occupancy occupancy) {
        this.occupancy = occupancy;
    }

    static Due share(Due due, Occupancy occupancy) {
        Sharer sharer = new Sharer(occupancy);
        due.stretches().forEach(sharer::share);
        return new Due(sharer.shares, due.impulses());
    }

    private void share(Stretch stretch) {
        long from = stretch.span().from();
        for (Slot slot : occupancy.meeting(stretch.span())) {
            Span span = slot.span().within(stretch.span());
            idle(stretch, new Span(from, span.from()));
            split(stretch, span, slot);
            from = span.until();
        }
        idle(stretch, new Span(from, stretch.span().until()));
    }

    private void idle(Stretch stretch, Span span) {
        if (!span.isEmpty()) {
            shares.add(new Stretch(span, stretch.name(), used(stretch.charge(), null), stretch.cause()));
        }
    }

    private void split(Stretch stretch, Span span, Slot slot) {
        Charge whole = stretch.charge();
        int jobs = slot.held().size();
        long[] weights = new long[jobs + 1];
        for (int i = 0; i < jobs; i++) {
            weights[i] = slot.held().get(i).milliGpus();
        }
        weights[jobs] = slot.idle();
        if (slot.milliGpus() == 0) {
            idle(stretch, span);
            return;
        }
        long[] rates = Apportionment.split(whole.rate().nanoDollars(), weights);
        long[] gpus = Apportionment.split(whole.milliGpus(), weights);
        long[] unpriced = Apportionment.split(whole.unpricedMilliGpus(), weights);
        for (int i = 0; i <= jobs; i++) {
            Claim claim = i < jobs ? slot.held().get(i) : null;
            Charge of = used(whole, claim);
            Charge share = new Charge(
                    of.cell(),
                    of.source(),
                    new HourlyRate(rates[i]),
                    gpus[i],
                    unpriced[i],
                    of.use(),
                    of.job(),
                    of.estimated(),
                    of.reconciled());
            String cause = claim == null ? stretch.cause() : claim.cause();
            if (rates[i] != 0 || gpus[i] != 0) {
                shares.add(new Stretch(span, stretch.name(), share, cause));
            }
        }
    }

    private static Charge used(Charge whole, @Nullable Claim claim) {
        return new Charge(
                claim == null ? whole.cell() : claim.cell(whole.cell()),
                whole.source(),
                whole.rate(),
                whole.milliGpus(),
                whole.unpricedMilliGpus(),
                claim == null ? Use.IDLE : Use.JOB,
                claim == null ? null : claim.job(),
                whole.estimated(),
                whole.reconciled());
    }
}
