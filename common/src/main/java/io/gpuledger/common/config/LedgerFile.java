package io.gpuledger.common.config;

import io.gpuledger.common.value.InvalidValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a user configures. Every section may be absent.
 *
 * @param accounts what pricing-service watches
 * @param assumedPrices prices for what nobody lists, used last
 * @param owners whom cost belongs to; the first rule that matches wins
 * @param budgets what owners, accounts, projects, cost centres and everything may spend
 * @param rules when somebody is told; absent means the shipped rules, an empty list means none
 * @param overheads costs that no pod has by itself
 * @param plans stretches of time in which more is planned than the budgets say
 * @param metering how silence and absurd prices are met; absent means the defaults
 * @param alerting where the routing file is; absent means the shipped routing
 */
public record LedgerFile(
        List<WatchedAccount> accounts,
        List<AssumedPrice> assumedPrices,
        List<OwnerRule> owners,
        List<Budget> budgets,
        @Nullable List<Rule> rules,
        List<Overhead> overheads,
        List<PlannedWindow> plans,
        @Nullable Metering metering,
        @Nullable Alerting alerting) {

    public static final int ENTRIES_MAX = 10_000;

    public static final LedgerFile EMPTY =
            new LedgerFile(List.of(), List.of(), List.of(), List.of(), null, List.of(), List.of(), null, null);

    /** @param file an Alertmanager routing file; a relative path is taken from the configuration file's folder */
    public record Alerting(String file) {
        public Alerting {
            InvalidValue.unless(file != null && !file.isBlank(), "alerting.file", "is required");
        }
    }

    public LedgerFile {
        accounts = entries("accounts", accounts, account -> account.ref().toString());
        assumedPrices = entries("assumedPrices", assumedPrices, AssumedPrice::sku);
        owners = bounded("owners", owners);
        budgets = entries("budgets", budgets, Budget::name);
        rules = rules == null ? null : entries("rules", rules, Rule::name);
        overheads = entries("overheads", overheads, Overhead::name);
        plans = entries("plans", plans, PlannedWindow::name);
        if (rules != null) {
            List<Budget> given = budgets;
            rules.forEach(rule -> rule.check(given));
        }
    }

    private static <T> List<T> entries(String field, @Nullable List<T> list, Function<T, String> name) {
        List<T> bounded = bounded(field, list);
        Set<String> seen = new HashSet<>();
        bounded.forEach(entry ->
                InvalidValue.unless(seen.add(name.apply(entry)), field, "has '" + name.apply(entry) + "' twice"));
        return bounded;
    }

    private static <T> List<T> bounded(String field, @Nullable List<T> list) {
        List<T> present = list == null ? List.of() : List.copyOf(list);
        InvalidValue.unless(present.size() <= ENTRIES_MAX, field, "must have at most " + ENTRIES_MAX + " entries");
        return present;
    }
}
