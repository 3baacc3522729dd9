package io.gpuledger.ledger.query;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.Posting;
import io.gpuledger.common.event.PriceSource;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.event.Use;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Postings as a meter might write them, at random: two owners, a few pods and jobs, steps, impulses and corrections. */
final class Written {

    static final AccountRef ACCOUNT = new AccountRef("runpod", "main");
    static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
    static final long SPAN = Duration.ofDays(50).toMillis();

    private final Random chance;

    Written(Random chance) {
        this.chance = chance;
    }

    /** From an instant on an owner spends so many dollars more an hour. */
    static Posting step(String owner, Instant at, String dollarsPerHour) {
        return new Posting(
                Scope.owner(owner),
                new Cell(owner, null, null, ACCOUNT, null, "L4", Tier.ON_DEMAND, Component.COMPUTE),
                "pod",
                "pod",
                null,
                null,
                at,
                at,
                HourlyRate.ofDollars(dollarsPerHour),
                1000,
                0,
                null,
                false,
                null,
                PriceSource.OBSERVED,
                ACCOUNT + "/pod@" + at.toEpochMilli());
    }

    List<Posting> postings(int most) {
        List<Posting> postings = new ArrayList<>();
        for (int i = 1 + chance.nextInt(most); i > 0; i--) {
            Instant at = START.plusMillis(chance.nextLong(SPAN));
            Instant known = chance.nextBoolean() ? at : at.plusMillis(chance.nextLong(SPAN / 4));
            boolean impulse = chance.nextInt(6) == 0;
            Posting posting = posting(pod(), at, known, impulse ? 0 : rate(), impulse ? money() : null);
            postings.add(posting);
            if (chance.nextInt(3) > 0 && !impulse) {
                Instant end = at.plusMillis(chance.nextLong(SPAN / 8));
                Posting ended = at(posting, end, end.isAfter(known) ? end : known);
                postings.add(ended);
            }
        }
        return postings;
    }

    private long rate() {
        return switch (chance.nextInt(8)) {
            case 0 -> HourlyRate.PER_POD_MAX.nanoDollars();
            case 1 -> -chance.nextLong(1_000_000_000L);
            default -> chance.nextLong(10_000_000_000L);
        };
    }

    private Money money() {
        return new Money(new java.math.BigInteger(90, chance).subtract(new java.math.BigInteger(90, chance)));
    }

    private <T> T one(T[] of) {
        return of[chance.nextInt(of.length)];
    }

    private String pod() {
        return "pod-" + chance.nextInt(4);
    }

    private Posting posting(String pod, Instant at, Instant known, long rate, @Nullable Money amount) {
        String owner = chance.nextBoolean() ? "research" : Cell.UNATTRIBUTED;
        Component component = one(Component.values());
        Cell cell = new Cell(
                owner,
                chance.nextInt(3) == 0 ? "vision" : null,
                null,
                ACCOUNT,
                null,
                chance.nextBoolean() ? "L4" : "A100",
                Tier.ON_DEMAND,
                component);
        @Nullable Use use = chance.nextInt(3) == 0 ? one(Use.values()) : null;
        long milliGpus = component == Component.COMPUTE ? chance.nextInt(8) * 1000L : 0;
        return new Posting(
                Scope.owner(owner),
                cell,
                pod,
                pod,
                use,
                use == Use.JOB ? "job-" + chance.nextInt(2) : null,
                at,
                known,
                new HourlyRate(rate),
                milliGpus,
                chance.nextInt(5) == 0 ? milliGpus : 0,
                amount,
                chance.nextInt(5) == 0,
                component != Component.OVERHEAD && chance.nextInt(3) == 0,
                PriceSource.OBSERVED,
                ACCOUNT + "/" + pod + "@" + at.toEpochMilli());
    }

    /** The end of a step. */
    private static Posting at(Posting step, Instant at, Instant known) {
        return new Posting(
                step.scope(),
                step.cell(),
                step.resource(),
                step.name(),
                step.use(),
                step.job(),
                at,
                known,
                step.rate().negated(),
                -step.milliGpus(),
                -step.unpricedMilliGpus(),
                null,
                step.estimated(),
                step.reconciled(),
                step.source(),
                ACCOUNT + "/" + step.resource() + "@" + at.toEpochMilli());
    }
}
