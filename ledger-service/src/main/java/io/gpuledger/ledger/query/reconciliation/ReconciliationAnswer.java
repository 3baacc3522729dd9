package io.gpuledger.ledger.query.reconciliation;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Reconciled;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was billed against what was metered, of the lines whose period begins in a range.
 *
 * @param until the end of what is answered: the end asked for, or ledger time where that is earlier
 * @param ledgerTime up to when the ledger knows what happened; absent before the first poll
 * @param lines of usage; credits are not among them
 * @param billed by the lines of usage
 * @param metered of what they bill
 * @param difference billed less metered
 * @param accuracy M10 in percent: 100 less the sum of the lines' differences, whatever their sign, in percent of what was
 *     billed, at least 0; absent where nothing was billed
 * @param reconciledShare of the cost metered in the range, that of the lines whose whole period is in it, from 0 to 1; absent
 *     where nothing was metered, and where an owner is asked for, because a line may be of several
 * @param worst lines that differ, the most money first
 * @param worstInAll how many lines differ
 * @param credited the sum of the credits
 * @param credits by their period, the latest first
 * @param creditsInAll how many credits there are
 */
public record ReconciliationAnswer(
        Instant from,
        Instant until,
        @Nullable Instant ledgerTime,
        int lines,
        Money billed,
        Money metered,
        Money difference,
        @Nullable BigDecimal accuracy,
        @Nullable BigDecimal reconciledShare,
        List<Line> worst,
        int worstInAll,
        Money credited,
        List<Line> credits,
        int creditsInAll) {

    /**
     * A line of a bill.
     *
     * @param at when the line, or what it was held against, was told
     * @param resource absent where it is for the account as a whole
     * @param gpuBilled GPU time billed; absent where the line does not tell it
     */
    public record Line(
            AccountRef account,
            String line,
            Instant at,
            @Nullable String resource,
            String owner,
            Instant from,
            Instant until,
            Money billed,
            Money metered,
            Money difference,
            @Nullable GpuTime gpuBilled,
            GpuTime gpuMetered,
            Reconciled.Cause cause) {

        static Line of(Reconciled line) {
            return new Line(
                    line.account(),
                    line.line(),
                    line.at(),
                    line.resource(),
                    line.owner(),
                    line.from(),
                    line.until(),
                    line.billed(),
                    line.metered(),
                    line.billed().minus(line.metered()),
                    line.gpuBilled(),
                    line.gpuMetered(),
                    line.cause());
        }
    }
}
