package io.gpuledger.ledger.overhead;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.config.Overhead;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class StretchTest {

    private static Money cost(List<Stretch> stretches) {
        return stretches.stream()
                .map(stretch -> Money.of(new HourlyRate(stretch.nanoDollars()), stretch.until() - stretch.from()))
                .reduce(Money.ZERO, Money::plus);
    }

    @Test
    void hardwareOfThreeYearsCostsItsPriceOverTheHoursOfItsLife() {
        // 2026-11-20 to 2029-11-20 is 1096 days, 26 304 hours: 320 000 / 26 304 = 12.165450121 and 2/3 nano-dollars
        List<Stretch> stretches = Stretch.of(Given.hardware("dgx", "320000", 3));

        assertThat(stretches).extracting(Stretch::nanoDollars).containsExactly(12_165_450_122L, 12_165_450_121L);
        assertThat(stretches.getFirst().until() - stretches.getFirst().from())
                .isEqualTo(26_304L * Hours.MILLIS * 17_216 / 26_304);
        assertThat(cost(stretches)).isEqualTo(Money.ofDollars("320000"));
    }

    @Property
    void whateverThePriceAndTheLifeTheHoursAddUpToThePrice(
            @ForAll @LongRange(min = 1, max = 100_000_000_000L) long cents,
            @ForAll @IntRange(min = 1, max = 50) int years) {
        Overhead hardware = Given.hardware("any", cents / 100 + "." + cents % 100 / 10 + cents % 10, years);

        assertThat(cost(Stretch.of(hardware))).isEqualTo(Money.ofDollars(Objects.requireNonNull(hardware.amount())));
        assertThat(Stretch.of(hardware)).hasSizeLessThanOrEqualTo(2);
    }
}
