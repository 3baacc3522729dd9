package io.gpuledger.common.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.common.wire.Json;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void aBalanceAsProvidersWriteItIsKeptToTheLastDigit() {
        Money balance = Money.ofDollars("106.2332144429");

        assertThat(balance.dollars(10)).isEqualTo(new BigDecimal("106.2332144429"));
    }

    @Test
    void aThirdOfAnHourAtThePriceOfAGpuIsExact() {
        assertThat(Money.of(HourlyRate.ofDollars("0.69"), 1_200_000)).isEqualTo(Money.ofDollars("0.23"));
    }

    @Test
    void floatNoiseOfAPriceIsRoundedOnceWhenItIsRead() {
        assertThat(HourlyRate.ofDollars("1.9679999999999997")).isEqualTo(HourlyRate.ofDollars("1.968"));
    }

    @Test
    void jsonShowsDollarsAndKeepsUnits() throws Exception {
        String json = Json.mapper().writeValueAsString(Money.ofDollars("0.69"));

        assertThat(json).isEqualTo("{\"usd\":\"0.690000000\",\"units\":\"2484000000000000\"}");
        assertThat(Json.mapper().readValue(json, Money.class)).isEqualTo(Money.ofDollars("0.69"));
    }

    @Test
    void costPerGpuHourIsAbsentWhereNoGpuWasHeld() {
        assertThat(GpuTime.ZERO.costPerHour(Money.ofDollars("1"))).isNull();
        assertThat(GpuTime.of(2_000, 3_600_000).costPerHour(Money.ofDollars("3.78")))
                .isEqualTo(HourlyRate.ofDollars("1.89"));
    }

    @Test
    void aRateThatIsNoNumberIsRefusedByName() {
        assertThatThrownBy(() -> HourlyRate.ofDollars("NaN"))
                .isInstanceOf(InvalidValue.class)
                .hasMessageStartingWith("rate must be");
    }

    @Property
    void piecesOfADurationCostWhatTheWholeCosts(
            @ForAll @LongRange(max = 1_000_000_000_000L) long nanos,
            @ForAll @LongRange(max = 3_024_000_000L) long first,
            @ForAll @LongRange(max = 3_024_000_000L) long second) {
        HourlyRate rate = new HourlyRate(nanos);

        assertThat(Money.of(rate, first).plus(Money.of(rate, second))).isEqualTo(Money.of(rate, first + second));
    }
}
