package io.gpuledger.ledger.store.facts;

import io.gpuledger.common.event.Reconciled;
import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.bills.Accuracy;
import io.gpuledger.ledger.store.Keys;
import io.gpuledger.ledger.watch.past.Trace.Matter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** What came of the bills of a partition's accounts, by line. */
public final class BillTable {

    private final KeyValueStore<String, Reconciled> store;
    private final PastVersions<Reconciled> past;
    private final Map<Scope, Map<String, Reconciled>> lines = new HashMap<>();

    public BillTable(KeyValueStore<String, Reconciled> store, PastTraces traces) {
        this.store = store;
        int size = 0;
        try (KeyValueIterator<String, Reconciled> present = PastVersions.present(store)) {
            while (present.hasNext()) {
                remember(present.next().value);
                size++;
            }
        }
        this.past = new PastVersions<>(store, traces, Matter.BILLS, size);
    }

    /** It is true from the instant it tells of, or from now on where ledger time has passed that, as with pods. */
    public void take(Reconciled line, long ledgerTime) {
        long at = Math.max(line.at().toEpochMilli(), ledgerTime + 1);
        String key = Keys.of(line.account().toString(), line.line());
        Reconciled before =
                lines.getOrDefault(Scope.account(line.account()), Map.of()).get(line.line());
        if (before != null && before.at().toEpochMilli() <= ledgerTime) {
            past.keep(at, key, before);
        }
        Reconciled now = line.toldAt(Instant.ofEpochMilli(at));
        store.put(key, now);
        remember(now);
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
        Accuracy sum = Accuracy.NONE;
        for (Reconciled line : lines.getOrDefault(account, Map.of()).values()) {
            if (Accuracy.counts(line) && line.from().toEpochMilli() >= since) {
                sum = sum.plus(Accuracy.of(line));
            }
        }
        return sum.percent();
    }
}
