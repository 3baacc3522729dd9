package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import io.gpuledger.common.value.Money;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a provider's bill, or a credit: what it charged for a resource in a period. Of two of one {@code line} the one
 * told later is true.
 *
 * @param line the provider's id of the line, or one made of what it is for and its period
 * @param at when it was told
 * @param resource the pod it is for; absent where it is for the account as a whole
 * @param from start of the period it bills, inclusive
 * @param until its end, exclusive, at most 400 days later
 * @param amount what was charged, at most a billion dollars; a credit is below zero
 * @param gpuTime GPU time billed, where the line tells it
 */
public record BillLine(
        AccountRef account,
        String line,
        Instant at,
        @Nullable String resource,
        Kind kind,
        Instant from,
        Instant until,
        Money amount,
        @Nullable GpuTime gpuTime,
        @Nullable String sku,
        @Nullable String description)
        implements Event {

    public static final Duration PERIOD_MAX = Duration.ofDays(400);

    /** No line is for more, nor any credit; what says so is a mistake. */
    public static final Money AMOUNT_MAX = Money.ofDollars("1000000000");

    /** What a line is. */
    public enum Kind {
        /** All that was charged for the resource in the period. */
        @JsonProperty("usage")
        USAGE,
        /** Given back, or charged once, besides the usage of the period. */
        @JsonProperty("credit")
        CREDIT
    }

    public BillLine {
        InvalidValue.unless(account != null, "account", "is required");
        line = Limits.name("line", line);
        at = Limits.instant("at", at);
        resource = Limits.optionalName("resource", resource);
        kind = kind == null ? Kind.USAGE : kind;
        from = Limits.instant("from", from);
        until = Limits.instant("until", until);
        InvalidValue.unless(from.isBefore(until), "until", "must be after from");
        InvalidValue.unless(
                !until.isAfter(from.plus(PERIOD_MAX)),
                "until",
                "must be at most " + PERIOD_MAX.toDays() + " days after from");
        InvalidValue.unless(amount != null, "amount", "is required");
        Money.check("amount", amount);
        InvalidValue.unless(
                amount.units().abs().compareTo(AMOUNT_MAX.units()) <= 0,
                "amount",
                "must be at most a billion dollars either way");
        InvalidValue.unless(gpuTime == null || gpuTime.signum() >= 0, "gpuTime", "must not be negative");
        sku = Limits.optionalName("sku", sku);
        description = Limits.optionalName("description", description);
    }

    @Override
    @JsonIgnore
    public String id() {
        return account + "/bill/" + line + "@" + at.toEpochMilli();
    }

    /** The key of the resource's own events, so that the meter of the resource gets it. */
    @Override
    @JsonIgnore
    public String key() {
        return resource == null ? account.toString() : account + "/" + resource;
    }
}
