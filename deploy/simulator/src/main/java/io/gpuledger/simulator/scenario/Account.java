package io.gpuledger.simulator.scenario;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The account whose pods these are.
 *
 * @param key the API key that is let in; {@code simulated} when absent
 * @param balance US dollars at the scenario's beginning
 * @param spendLimit US dollars per hour
 * @param chargedEvery how often what ran is taken from the balance, from the beginning on; 5 minutes when absent
 */
public record Account(String key, BigDecimal balance, BigDecimal spendLimit, Duration chargedEvery) {

    private static final String KEY_DEFAULT = "simulated";
    private static final Duration CHARGED_EVERY_DEFAULT = Duration.ofMinutes(5);
    private static final BigDecimal SPEND_LIMIT_DEFAULT = new BigDecimal("80");

    public Account(
            @Nullable String key,
            @Nullable BigDecimal balance,
            @Nullable BigDecimal spendLimit,
            @Nullable Duration chargedEvery) {
        Broken.unless(balance != null, "account.balance", "is required");
        this.key = key == null || key.isBlank() ? KEY_DEFAULT : key;
        this.balance = balance == null ? BigDecimal.ZERO : balance;
        this.spendLimit = spendLimit == null ? SPEND_LIMIT_DEFAULT : spendLimit;
        this.chargedEvery = chargedEvery == null ? CHARGED_EVERY_DEFAULT : chargedEvery;
        Broken.unless(this.chargedEvery.toMillis() > 0, "account.chargedEvery", "must be above zero");
    }
}
