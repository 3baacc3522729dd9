package io.gpuledger.ledger.books;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Crossing.Contributor;
import io.gpuledger.common.value.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each resource cost in a range; entries are added in any order. */
public final class Spending {

    private static final int SHARE_DIGITS = 4;

    private final long from;
    private final long until;
    private final Map<String, Row> rows = new HashMap<>();

    /**
     * @param resource its id in its account
     * @param gpusBefore milli-GPUs it had when the range began
     * @param gpusFrom the first instant of the range at which it had more; {@link Long#MAX_VALUE} where there is none
     */
    private record Row(
            AccountRef account,
            String resource,
            String name,
            @Nullable String sku,
            BigInteger units,
            long gpusBefore,
            long gpusFrom) {

        Row plus(Row later) {
            return new Row(
                    account,
                    resource,
                    later.name,
                    later.sku,
                    units.add(later.units),
                    gpusBefore + later.gpusBefore,
                    Math.min(gpusFrom, later.gpusFrom));
        }

        @Nullable Instant startedAt() {
            return gpusBefore == 0 && gpusFrom < Long.MAX_VALUE ? Instant.ofEpochMilli(gpusFrom) : null;
        }
    }

    public Spending(long from, long until) {
        this.from = from;
        this.until = until;
    }

    public void add(Entry step) {
        long millis = until - Math.max(step.at(), from);
        if (millis <= 0) {
            return;
        }
        BigInteger gained =
                step.at() < from ? BigInteger.ZERO : step.impulse().cost().units();
        BigInteger units = BigInteger.valueOf(millis)
                .multiply(BigInteger.valueOf(step.rates().nanoDollars()))
                .add(gained);
        long gpus = step.rates().milliGpus();
        boolean before = step.at() < from;
        rows.merge(
                step.cell().account() + "/" + step.resource(),
                new Row(
                        step.cell().account(),
                        step.resource(),
                        step.name(),
                        step.cell().sku(),
                        units,
                        before ? gpus : 0,
                        before || gpus <= 0 ? Long.MAX_VALUE : step.at()),
                Row::plus);
    }

    /** The largest, with their shares of a whole; what cost nothing is left out. */
    public List<Contributor> largest(int most, Money whole) {
        return rows.entrySet().stream()
                .filter(entry -> entry.getValue().units.signum() > 0)
                .sorted(Comparator.<Map.Entry<String, Row>, BigInteger>comparing(entry -> entry.getValue().units)
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(most)
                .map(entry -> contributor(entry.getValue(), whole))
                .toList();
    }

    private static Contributor contributor(Row row, Money whole) {
        BigDecimal share = whole.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(row.units).divide(new BigDecimal(whole.units()), SHARE_DIGITS, RoundingMode.HALF_EVEN);
        return new Contributor(
                row.resource, row.name, row.sku, new Money(row.units), share, row.startedAt(), row.account);
    }
}
