package io.gpuledger.ledger.query.backtest;

import io.gpuledger.common.config.Rule;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Reconciled;
import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.bills.Accuracy;
import io.gpuledger.ledger.query.ask.RecordQuestion;
import io.gpuledger.ledger.query.backtest.then.BillsThen.Change;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What changed of the bills that a rule looks at, added up by account and instant.
 *
 * @param from what changed before is added up to one
 * @param until exclusive
 */
public record LinesQuestion(Rule rule, Instant from, Instant until)
        implements RecordQuestion<Reconciled, List<LinesQuestion.Lines>> {

    /** Of an account, in the order of time. */
    public record Lines(AccountRef account, List<Change> changes) {}

    private record Line(AccountRef account, String line) {}

    @Override
    public Class<Reconciled> kind() {
        return Reconciled.class;
    }

    @Override
    public boolean withPast() {
        return true;
    }

    @Override
    public List<Lines> of(Collection<Reconciled> records) {
        Map<AccountRef, NavigableMap<Long, Accuracy>> sums = new TreeMap<>(Comparator.comparing(AccountRef::toString));
        records.stream()
                .filter(line -> Accuracy.counts(line) && rule.isFor(Scope.account(line.account())))
                .filter(line -> line.at().isBefore(until))
                .collect(Collectors.groupingBy(line -> new Line(line.account(), line.line())))
                .forEach((line, versions) -> add(
                        versions.stream()
                                .sorted(Comparator.comparing(Reconciled::at))
                                .toList(),
                        sums.computeIfAbsent(line.account(), account -> new TreeMap<>())));
        return sums.entrySet().stream()
                .map(account -> new Lines(account.getKey(), changes(account.getValue())))
                .toList();
    }

    private void add(List<Reconciled> versions, NavigableMap<Long, Accuracy> sums) {
        for (int i = 0; i < versions.size(); i++) {
            Reconciled version = versions.get(i);
            long begin = Math.max(version.at().toEpochMilli(), from.toEpochMilli());
            long counted = version.from().plus(Accuracy.SPAN).toEpochMilli() + 1;
            long end = i + 1 < versions.size()
                    ? Math.min(counted, versions.get(i + 1).at().toEpochMilli())
                    : counted;
            if (begin < end) {
                Accuracy itself = Accuracy.of(version);
                sums.merge(begin, itself, Accuracy::plus);
                sums.merge(end, Accuracy.NONE.minus(itself), Accuracy::plus);
            }
        }
    }

    private List<Change> changes(NavigableMap<Long, Accuracy> sums) {
        return sums.headMap(until.toEpochMilli(), false).entrySet().stream()
                .filter(change -> !change.getValue().equals(Accuracy.NONE))
                .map(change -> new Change(change.getKey(), change.getValue()))
                .toList();
    }
}
