package io.gpuledger.ledger.query.backtest.then;

import io.gpuledger.common.config.AssumedPrice;
import io.gpuledger.common.event.PodTold;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.HourlyRate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// what was told of one pod -> how it stood then; whoever asks says what was told last
public final class PodThen extends Then {

    private final Map<String, HourlyRate> assumed;
    private @Nullable PodTold pod;

    /** @param prices those that are assumed now */
    public PodThen(Series series, List<AssumedPrice> prices) {
        super(series);
        this.assumed = prices.stream().collect(Collectors.toMap(AssumedPrice::sku, AssumedPrice::perGpuHour));
    }

    public void tells(@Nullable PodTold told) {
        pod = told;
    }

    @Override
    public Collection<PodTold> pods(Scope account) {
        return pod == null ? List.of() : List.of(pod);
    }

    @Override
    public @Nullable HourlyRate assumed(String sku) {
        return assumed.get(sku);
    }
}
