package io.gpuledger.ledger.store.facts;

import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.event.Reconciled;
import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.store.Keys;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** What came of the bills of a partition's accounts, by line. */
public final class BillTable {

    private static final int DIGITS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final KeyValueStore<String, Reconciled> store;
    private final Map<Scope, Map<String, Reconciled>> lines = new HashMap<>();

    public BillTable(KeyValueStore<String, Reconciled> store) {
        this.store = store;
        try (KeyValueIterator<String, Reconciled> all = store.all()) {
            all.forEachRemaining(entry -> remember(entry.value));
        }
    }

    public void take(Reconciled line) {
        store.put(Keys.of(line.account().toString(), line.line()), line);
        remember(line);
    }

    private void remember(Reconciled line) {
        lines.computeIfAbsent(Scope.account(line.account()), scope -> new HashMap<>())
                .put(line.line(), line);
    }

    /**
     * The sum of the lines' differences, whatever their sign, in percent of what was billed, for use that began at an
     * instant or later. Credits differ by what they are and do not count. Absent where nothing was billed.
     */
    public @Nullable BigDecimal error(Scope account, long since) {
        BigInteger billed = BigInteger.ZERO;
        BigInteger differing = BigInteger.ZERO;
        for (Reconciled line : lines.getOrDefault(account, Map.of()).values()) {
            if (line.kind() == BillLine.Kind.USAGE && line.from().toEpochMilli() >= since) {
                billed = billed.add(line.billed().units());
                differing = differing.add(
                        line.billed().units().subtract(line.metered().units()).abs());
            }
        }
        return billed.signum() <= 0
                ? null
                : new BigDecimal(differing)
                        .multiply(HUNDRED)
                        .divide(new BigDecimal(billed), DIGITS, RoundingMode.HALF_EVEN);
    }
}
