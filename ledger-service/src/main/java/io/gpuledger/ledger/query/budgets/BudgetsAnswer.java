package io.gpuledger.ledger.query.budgets;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the budgets stand.
 *
 * @param ledgerTime the instant it is told of; absent before the first poll, and then no budget stands anywhere
 * @param budgets in the order of the file
 */
public record BudgetsAnswer(@Nullable Instant ledgerTime, List<BudgetStatus> budgets) {}
