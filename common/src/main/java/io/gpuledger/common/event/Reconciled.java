package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import io.gpuledger.common.value.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of holding a bill's line against what was metered. The difference is a posting of its own, in the component
 * {@code adjustment}; of two of one line the later is true.
 *
 * @param at when the line, or what it was held against, was told
 * @param owner whom most of the metered cost belonged to
 * @param billed what the provider charged; where other lines bill parts of the period, what it charged beyond them
 * @param metered what the ledger had metered for the resource in the period, or in what of it no other line bills; 0 for a
 *     credit
 * @param gpuBilled GPU time billed; absent where the line does not tell it
 * @param gpuMetered GPU time metered
 * @param cause why the two differ, as far as can be told
 */
public record Reconciled(
        AccountRef account,
        String line,
        Instant at,
        @Nullable String resource,
        BillLine.Kind kind,
        String owner,
        Instant from,
        Instant until,
        Money billed,
        Money metered,
        @Nullable GpuTime gpuBilled,
        GpuTime gpuMetered,
        Cause cause)
        implements BookEntry, UsageEntry {

    /** Why billed and metered differ. */
    public enum Cause {
        @JsonProperty("none")
        NONE,
        @JsonProperty("price_differed")
        PRICE_DIFFERED,
        @JsonProperty("hours_differed")
        HOURS_DIFFERED,
        @JsonProperty("unknown_resource")
        UNKNOWN_RESOURCE,
        @JsonProperty("credit")
        CREDIT
    }

    public Reconciled {
        InvalidValue.unless(account != null, "account", "is required");
        line = Limits.name("line", line);
        at = Limits.instant("at", at);
        InvalidValue.unless(kind != null, "kind", "is required");
        InvalidValue.unless(billed != null, "billed", "is required");
        InvalidValue.unless(metered != null, "metered", "is required");
        InvalidValue.unless(cause != null, "cause", "is required");
    }

    /** The same, told at another instant. */
    public Reconciled toldAt(Instant other) {
        return new Reconciled(
                account,
                line,
                other,
                resource,
                kind,
                owner,
                from,
                until,
                billed,
                metered,
                gpuBilled,
                gpuMetered,
                cause);
    }

    @Override
    @JsonIgnore
    public String id() {
        return account + "/reconciled/" + line + "@" + at.toEpochMilli();
    }

    @Override
    @JsonIgnore
    public String key() {
        return Scope.account(account).key();
    }
}
