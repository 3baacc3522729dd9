package io.gpuledger.pricing.provider.runpod;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.InvalidValue;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Amounts as the provider writes them: a number, or the text of one. */
final class Decimals {

    private static final int DIGITS_MAX = 30;

    private Decimals() {}

    /** The decimal; absent where there is none, or where it is a truth value, not a number, or absurdly long. */
    static @Nullable BigDecimal read(JsonNode node) {
        if (!node.isNumber() && !node.isTextual()) {
            return null;
        }
        try {
            BigDecimal decimal = node.isNumber()
                    ? node.decimalValue()
                    : new BigDecimal(node.textValue().strip());
            boolean sane = decimal.precision() <= DIGITS_MAX && Math.abs(decimal.scale()) <= DIGITS_MAX;
            return sane ? decimal : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A price above zero, which is how the provider writes that it has none, and not beyond what any pod costs. */
    static @Nullable HourlyRate price(JsonNode node) {
        HourlyRate rate = rate(node);
        boolean real = rate != null && rate.nanoDollars() > 0 && rate.compareTo(HourlyRate.PER_POD_MAX) <= 0;
        return real ? rate : null;
    }

    /** A rate that may be zero; absent where it is missing, negative or unreadable. */
    static @Nullable HourlyRate rate(JsonNode node) {
        BigDecimal decimal = read(node);
        if (decimal == null || decimal.signum() < 0) {
            return null;
        }
        try {
            return HourlyRate.ofDollars(decimal);
        } catch (InvalidValue e) {
            return null;
        }
    }
}
