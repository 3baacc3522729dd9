package io.gpuledger.common.config;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import io.gpuledger.common.value.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A cost that no pod has by itself: a rate per hour over a period, shared by a stated rule among those who used something.
 *
 * @param kind what it is paid for
 * @param perHour dollars per hour while it runs; or {@code amount}, one of the two
 * @param amount dollars spread evenly from {@code from} to the end; needs {@code from}, and {@code until} or {@code
 *     lifeYears}
 * @param from from when it runs, inclusive; absent means always
 * @param until until when, exclusive; absent means for ever
 * @param lifeYears calendar years (UTC) that hardware is written off over, in place of {@code until}
 * @param scope among whom it is shared; absent means all
 * @param shareBy what a share is measured by; {@code gpu-hours} when absent
 * @param shares for {@code fixed} only: weights of owners, above zero
 */
public record Overhead(
        String name,
        Kind kind,
        @Nullable HourlyRate perHour,
        @Nullable BigDecimal amount,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Integer lifeYears,
        @Nullable Among scope,
        ShareBy shareBy,
        Map<String, BigDecimal> shares) {

    public static final int LIFE_YEARS_MAX = 50;
    public static final int SHARES_MAX = 1_000;
    private static final BigDecimal SHARE_MAX = new BigDecimal("1000000000");
    private static final int SHARE_DECIMALS_MAX = 9;

    /** What an overhead is paid for. */
    public enum Kind {
        @JsonProperty("hardware")
        HARDWARE,
        @JsonProperty("power")
        POWER,
        @JsonProperty("licence")
        LICENCE,
        @JsonProperty("people")
        PEOPLE,
        @JsonProperty("storage")
        STORAGE,
        @JsonProperty("other")
        OTHER
    }

    /** What shares are measured by. */
    public enum ShareBy {
        @JsonProperty("gpu-hours")
        GPU_HOURS,
        @JsonProperty("cost")
        COST,
        @JsonProperty("equally")
        EQUALLY,
        @JsonProperty("fixed")
        FIXED
    }

    /**
     * Among whom an overhead is shared: whoever is named by every list that is not empty.
     *
     * @param accounts {@code provider/name}
     */
    public record Among(List<String> owners, List<String> accounts, List<String> clusters, List<String> skus) {

        public static final Among ALL = new Among(List.of(), List.of(), List.of(), List.of());
        public static final int NAMES_MAX = 1_000;

        public Among {
            owners = names("scope.owners", owners);
            accounts = names("scope.accounts", accounts);
            clusters = names("scope.clusters", clusters);
            skus = names("scope.skus", skus);
        }

        private static List<String> names(String field, @Nullable List<String> names) {
            List<String> present = names == null ? List.of() : names;
            InvalidValue.unless(present.size() <= NAMES_MAX, field, "must have at most " + NAMES_MAX + " names");
            return present.stream()
                    .map(name -> Limits.name(field, name))
                    .distinct()
                    .toList();
        }

        public boolean holds(String owner, String account, @Nullable String cluster, @Nullable String sku) {
            return isAmong(owners, owner)
                    && isAmong(accounts, account)
                    && isAmong(clusters, cluster)
                    && isAmong(skus, sku);
        }

        private static boolean isAmong(List<String> names, @Nullable String name) {
            return names.isEmpty() || (name != null && names.contains(name));
        }
    }

    public Overhead {
        name = Limits.name("name", name);
        InvalidValue.unless(kind != null, "kind", "is required");
        InvalidValue.unless((perHour == null) != (amount == null), "perHour, amount", "needs exactly one of the two");
        InvalidValue.unless(perHour == null || perHour.nanoDollars() > 0, "perHour", "must be above zero");
        HourlyRate.check("perHour", perHour, HourlyRate.PER_POD_MAX);
        InvalidValue.unless(amount == null || amount.signum() > 0, "amount", "must be above zero");
        checkPeriod(from, until, lifeYears);
        InvalidValue.unless(amount == null || from != null, "from", "is required with amount");
        InvalidValue.unless(
                amount == null || (until == null) != (lifeYears == null),
                "until, lifeYears",
                "needs exactly one of the two with amount");
        InvalidValue.unless(lifeYears == null || amount != null, "lifeYears", "belongs to amount");
        if (amount != null && from != null) {
            rateOf(amount, from, end(from, until, lifeYears));
        }
        shareBy = shareBy == null ? ShareBy.GPU_HOURS : shareBy;
        shares = checkedShares(shares);
        InvalidValue.unless(
                shares.isEmpty() != (shareBy == ShareBy.FIXED),
                "shares",
                "belong to shareBy: fixed, and it needs them");
    }

    private static void checkPeriod(@Nullable Instant from, @Nullable Instant until, @Nullable Integer lifeYears) {
        if (from != null) {
            Limits.instant("from", from);
        }
        if (until != null) {
            Limits.instant("until", until);
        }
        InvalidValue.unless(from == null || until == null || from.isBefore(until), "until", "must be after from");
        InvalidValue.unless(
                lifeYears == null || (lifeYears >= 1 && lifeYears <= LIFE_YEARS_MAX),
                "lifeYears",
                "must be from 1 to " + LIFE_YEARS_MAX);
    }

    private static Map<String, BigDecimal> checkedShares(@Nullable Map<String, BigDecimal> shares) {
        Map<String, BigDecimal> present = shares == null ? Map.of() : shares;
        InvalidValue.unless(present.size() <= SHARES_MAX, "shares", "must be at most " + SHARES_MAX);
        present.forEach((owner, share) -> {
            Limits.name("shares", owner);
            InvalidValue.unless(
                    share != null
                            && share.signum() > 0
                            && share.compareTo(SHARE_MAX) <= 0
                            && share.scale() <= SHARE_DECIMALS_MAX,
                    "shares." + owner,
                    "must be above zero, at most " + SHARE_MAX + ", of at most " + SHARE_DECIMALS_MAX + " decimals");
        });
        return java.util.Collections.unmodifiableMap(new TreeMap<>(present));
    }

    private static @Nullable Instant end(Instant from, @Nullable Instant until, @Nullable Integer lifeYears) {
        return lifeYears == null
                ? until
                : from.atZone(ZoneOffset.UTC).plusYears(lifeYears).toInstant();
    }

    private static HourlyRate rateOf(BigDecimal amount, Instant from, @Nullable Instant end) {
        long millis = end == null ? 1 : Math.max(1, end.toEpochMilli() - from.toEpochMilli());
        return Money.ofDollars(amount).perHourOver(millis);
    }

    /** What it costs per hour while it runs: as given, or the amount over its period, to the nano-dollar. */
    public HourlyRate rate() {
        return perHour != null
                ? perHour
                : amount == null || from == null ? HourlyRate.ZERO : rateOf(amount, from, ends());
    }

    /** When it ends, exclusive; absent means never. */
    public @Nullable Instant ends() {
        return from == null ? until : end(from, until, lifeYears);
    }

    /** Among whom it is shared, with the default in force. */
    @JsonIgnore
    public Among among() {
        return scope == null ? Among.ALL : scope;
    }
}
