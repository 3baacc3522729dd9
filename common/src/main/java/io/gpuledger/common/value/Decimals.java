package io.gpuledger.common.value;

import java.math.BigDecimal;

/** How decimals are shown: without zeros at the end and without an exponent. */
public final class Decimals {

    private Decimals() {}

    /** The same number in as few digits as it takes: 50, where {@link BigDecimal#stripTrailingZeros} has 5E+1. */
    public static BigDecimal shortest(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
