package io.gpuledger.common.config.resource;

import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.config.OwnerRule;
import io.gpuledger.common.value.InvalidValue;
import java.util.List;

/** The owner rules in their order: the first that matches wins. */
public record OwnerRules(List<OwnerRule> rules) {

    public OwnerRules {
        InvalidValue.unless(rules != null, "rules", "is required");
        InvalidValue.unless(
                rules.size() <= LedgerFile.ENTRIES_MAX,
                "rules",
                "must have at most " + LedgerFile.ENTRIES_MAX + " entries");
        rules = List.copyOf(rules);
    }
}
