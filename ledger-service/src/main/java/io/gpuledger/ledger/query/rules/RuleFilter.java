package io.gpuledger.ledger.query.rules;

import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.ledger.watch.RuleState;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are asked for; what is absent does not matter.
 *
 * @param rule by its name
 * @param scope by its key, such as {@code owner/research}
 * @param statuses those that are wanted
 * @param offset rows left out at the beginning
 * @param limit rows at most
 */
public record RuleFilter(
        @Nullable String rule, @Nullable String scope, Set<RuleState.Status> statuses, int offset, int limit) {

    public static final int LIMIT_DEFAULT = 1_000;
    public static final int LIMIT_MAX = 10_000;

    public RuleFilter {
        statuses = Set.copyOf(statuses);
        scope = scope == null ? null : Scope.ofKey(scope).key();
        InvalidValue.unless(offset >= 0, "offset", "must not be negative");
        InvalidValue.unless(limit > 0 && limit <= LIMIT_MAX, "limit", "must be from 1 to " + LIMIT_MAX);
    }
}
