package io.gpuledger.ledger.query.rules;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rules stand.
 *
 * @param ledgerTime the instant it is told of; absent before the first poll
 * @param rows those that fire first, then those that are pending; by rule and subject
 * @param rowsInAll on all pages
 * @param next the offset of the next page; absent on the last
 */
public record RulesAnswer(
        @Nullable Instant ledgerTime,
        List<RuleStatus> rows,
        int rowsInAll,
        @Nullable Integer next) {}
