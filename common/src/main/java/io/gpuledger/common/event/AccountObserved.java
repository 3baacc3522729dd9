package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import io.gpuledger.common.value.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a provider said of an account. There is no event where it did not tell the balance: a missing balance is not 0.
 *
 * @param balance what is left to spend; below zero where the provider lets it
 * @param spendPerHour the provider's own figure of the present spend, where it tells one
 * @param spendLimit the most the provider lets the account spend per hour, where it tells one
 */
public record AccountObserved(
        AccountRef account,
        Instant at,
        Money balance,
        @Nullable HourlyRate spendPerHour,
        @Nullable HourlyRate spendLimit)
        implements Event {

    public AccountObserved {
        InvalidValue.unless(account != null, "account", "is required");
        at = Limits.instant("at", at);
        InvalidValue.unless(balance != null, "balance", "is required");
    }

    @Override
    @JsonIgnore
    public String id() {
        return account + "/balance@" + at.toEpochMilli();
    }

    @Override
    @JsonIgnore
    public String key() {
        return Scope.account(account).key();
    }
}
