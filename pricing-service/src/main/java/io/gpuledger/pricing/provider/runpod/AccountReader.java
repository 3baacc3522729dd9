package io.gpuledger.pricing.provider.runpod;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.value.Money;
import io.gpuledger.pricing.provider.Failure;
import io.gpuledger.pricing.provider.FetchOutcome;
import java.math.BigDecimal;
import java.time.Instant;

/** The account itself. */
final class AccountReader {

    /** The least that is asked of {@code myself}. */
    static final String BALANCE = "clientBalance";

    /** What is asked of it first. */
    static final String SELECTION = BALANCE + " currentSpendPerHr spendLimit";

    private AccountReader() {}

    static FetchOutcome<AccountObserved> read(JsonNode myself, AccountRef account, Instant at) {
        BigDecimal balance = Decimals.read(myself.path("clientBalance"));
        if (balance == null) {
            return FetchOutcome.failed(new Failure.Malformed("the answer holds no balance"));
        }
        return FetchOutcome.fetched(new AccountObserved(
                account,
                at,
                Money.ofDollars(balance),
                Decimals.rate(myself.path("currentSpendPerHr")),
                Decimals.price(myself.path("spendLimit"))));
    }
}
