package io.gpuledger.ledger.rating;

import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.PriceSource;
import io.gpuledger.common.event.Use;
import io.gpuledger.common.value.Money;
import org.jspecify.annotations.Nullable;

/** What a cell gains at once, at an instant (epoch milliseconds). The other parts are those of a {@link Charge}. */
public record Impulse(
        long at,
        String name,
        Cell cell,
        PriceSource source,
        @Nullable Use use,
        @Nullable String job,
        Money amount,
        String cause) {}
