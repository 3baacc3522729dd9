package io.gpuledger.common.config.resource;

import io.gpuledger.common.config.AssumedPrice;
import io.gpuledger.common.config.Budget;
import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.config.Metering;
import io.gpuledger.common.config.Overhead;
import io.gpuledger.common.config.OwnerRule;
import io.gpuledger.common.config.PlannedWindow;
import io.gpuledger.common.config.Rule;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is rated and judged by: the configuration at one version, in an order that depends on nothing but itself.
 *
 * @param owners in the order they are tried in
 */
public record Settings(
        List<OwnerRule> owners,
        List<AssumedPrice> assumedPrices,
        List<Budget> budgets,
        List<Rule> rules,
        List<Overhead> overheads,
        List<PlannedWindow> plans,
        Metering metering) {

    public static Settings of(Collection<Resource> resources) {
        return new Settings(
                bodies(resources, OwnerRules.class)
                        .flatMap(list -> list.rules().stream())
                        .toList(),
                bodies(resources, AssumedPrice.class).toList(),
                bodies(resources, Budget.class).toList(),
                bodies(resources, Rule.class).toList(),
                bodies(resources, Overhead.class).toList(),
                bodies(resources, PlannedWindow.class).toList(),
                bodies(resources, Metering.class).findFirst().orElse(Metering.DEFAULTS));
    }

    /** What a file says. @param shipped the rules in force where it says nothing of rules */
    public static Settings of(LedgerFile file, List<Rule> shipped) {
        List<Rule> rules = file.rules() == null ? shipped : file.rules();
        return of(Stream.concat(
                        ResourceFile.resources(file).stream().filter(resource -> !(resource.body() instanceof Rule)),
                        rules.stream().map(Resource::of))
                .toList());
    }

    private static <T> Stream<T> bodies(Collection<Resource> resources, Class<T> type) {
        return resources.stream()
                .sorted(Comparator.comparing(Resource::key))
                .map(Resource::body)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
