package io.gpuledger.bench.load;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;

/**
 * 35 days in which every resource ran a few times, each time for its owner: imported, run by run, as from a scheduler's trace.
 *
 * @param resources how many
 * @param owners whom they are spread over
 * @param runs of each resource
 */
public record Past(int resources, int owners, int runs) {

    public static final Instant FROM = Instant.parse("2026-10-01T00:00:00Z");
    public static final Instant UNTIL = FROM.plus(Duration.ofDays(35));

    private static final AccountRef ACCOUNT = new AccountRef("slurm", "bench");
    private static final HourlyRate PRICE = HourlyRate.ofDollars("0.69");
    private static final int SKUS = 5;
    private static final long SEED = 7;
    private static final long LONGEST_SHARE = 10;
    private static final long GPU = 1_000;

    public long records() {
        return (long) resources * runs;
    }

    public static String owner(int number) {
        return "owner-" + number;
    }

    /** Tells all of it, and nothing that would move ledger time; what it cost in all. */
    public Money tell(Teller teller) {
        Random chance = new Random(SEED);
        long span = Duration.between(FROM, UNTIL).toMillis();
        Money cost = Money.ZERO;
        for (int resource = 0; resource < resources; resource++) {
            for (int run = 0; run < runs; run++) {
                long begin = chance.nextLong(span - span / LONGEST_SHARE);
                long millis = 1 + chance.nextLong(span / LONGEST_SHARE);
                teller.tell(ran(resource, run, FROM.plusMillis(begin), millis), null);
                cost = cost.plus(Money.of(PRICE, millis));
            }
        }
        teller.flush();
        return cost;
    }

    private JobRecorded ran(int resource, int run, Instant begin, long millis) {
        Instant end = begin.plusMillis(millis);
        return new JobRecorded(
                ACCOUNT,
                "node-" + Integer.toString(resource, Character.MAX_RADIX) + "-run-" + run,
                end,
                owner(resource % owners),
                null,
                begin,
                end,
                GPU,
                "sku-" + resource / owners % SKUS,
                Tier.ON_PREM,
                PRICE,
                Map.of(),
                null,
                null);
    }
}
