package io.gpuledger.ledger.query.backtest;

import io.gpuledger.common.config.AssumedPrice;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PodTold;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.ledger.books.Lines;
import io.gpuledger.ledger.query.rules.BooksFacts;
import io.gpuledger.ledger.watch.Facts;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// what changed of an account's pods -> how they stood at an instant; instants must be asked for in their order
final class PodsThen implements Facts {

    private final BooksFacts books;
    private final List<PodStep> steps;
    private final AccountRef account;
    private final Map<String, PodStep> pods = new TreeMap<>();
    private final Map<String, HourlyRate> assumed;
    private long now;
    private int next;

    /** @param series of an account */
    PodsThen(Series series, List<AssumedPrice> prices) {
        String name = series.scope().name();
        int slash = name.indexOf('/');
        this.account = new AccountRef(name.substring(0, slash), name.substring(slash + 1));
        this.books = new BooksFacts(series.books(), List.of());
        this.steps = series.pods().stream()
                .sorted(Comparator.comparingLong(PodStep::at))
                .toList();
        this.assumed = prices.stream().collect(Collectors.toMap(AssumedPrice::sku, AssumedPrice::perGpuHour));
    }

    void at(long instant) {
        now = instant;
        while (next < steps.size() && steps.get(next).at() <= instant) {
            PodStep step = steps.get(next++);
            pods.merge(step.pod(), step, PodStep::plus);
        }
    }

    @Override
    public Lines lines(Scope scope) {
        return books.lines(scope);
    }

    @Override
    public Collection<PodTold> pods(Scope scope) {
        return pods.values().stream().map(this::told).toList();
    }

    @Override
    public @Nullable HourlyRate assumed(String sku) {
        return assumed.get(sku);
    }

    private PodTold told(PodStep pod) {
        PodState state = pod.isRunning() ? PodState.RUNNING : pod.storage() == 0 ? PodState.GONE : PodState.STOPPED;
        boolean isPriced = pod.observedMilliGpus() > 0;
        return new PodTold(
                account,
                pod.pod(),
                Instant.ofEpochMilli(now),
                state,
                Instant.ofEpochMilli(pod.at()),
                null,
                false,
                pod.name(),
                pod.sku(),
                pod.observedMilliGpus(),
                isPriced ? new HourlyRate(pod.observed()) : null,
                state == PodState.STOPPED ? new HourlyRate(pod.storage()) : HourlyRate.ZERO,
                false);
    }
}
