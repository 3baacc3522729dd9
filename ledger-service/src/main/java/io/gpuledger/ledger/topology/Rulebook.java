package io.gpuledger.ledger.topology;

import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.watch.Watch;

/** What the books are judged by. */
public record Rulebook(Budgets budgets, Watch watch) {}
