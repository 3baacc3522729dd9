package io.gpuledger.ledger.query;

import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.query.cost.CostAnswer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What nobody owns.
 *
 * @param share of the cost that nobody owns in all cost of the range, from 0 to 1; absent where there is none
 * @param whole all cost of the range, owned or not
 * @param unowned the resources nobody owns, the dearest first
 */
public record OrphanAnswer(@Nullable BigDecimal share, Money whole, CostAnswer unowned) {

    private static final int SHARE_DIGITS = 6;

    static OrphanAnswer of(CostAnswer unowned, Money whole) {
        BigDecimal share = whole.signum() == 0
                ? null
                : new BigDecimal(unowned.total().cost().units())
                        .divide(new BigDecimal(whole.units()), SHARE_DIGITS, RoundingMode.HALF_EVEN);
        return new OrphanAnswer(share, whole, unowned);
    }
}
