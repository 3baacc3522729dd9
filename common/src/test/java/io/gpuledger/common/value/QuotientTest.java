package io.gpuledger.common.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What is shown is what {@link BigDecimal} would show. */
class QuotientTest {

    private static BigInteger slow(BigInteger number, long by) {
        return new BigDecimal(number)
                .divide(BigDecimal.valueOf(by), 0, RoundingMode.HALF_EVEN)
                .toBigIntegerExact();
    }

    @Property(tries = 2000)
    void roundsAsDecimalsDo(
            @ForAll @BigRange(min = "-1000000000000000000000000000000", max = "1000000000000000000000000000000")
                    BigInteger number,
            @ForAll @LongRange(min = 1, max = 4_000_000) long by) {
        assertThat(Quotient.halfEven(number, by)).isEqualTo(slow(number, by));
    }

    @Property(tries = 2000)
    void halvesGoToTheEvenOne(
            @ForAll @BigRange(min = "-40000000000000000000", max = "40000000000000000000") BigInteger number,
            @ForAll @LongRange(min = 1, max = 1_000) long half) {
        BigInteger between = number.multiply(BigInteger.TWO).add(BigInteger.ONE).multiply(BigInteger.valueOf(half));
        assertThat(Quotient.halfEven(between, 2 * half)).isEqualTo(slow(between, 2 * half));
    }

    @Test
    void moneyAndGpuTimeAreShownAsTheyWere() {
        Money money = new Money(new BigInteger("-9223372036854775808123456"));
        GpuTime time = new GpuTime(new BigInteger("123456789012345678901800"));

        assertThat(money.shown().usd()).isEqualTo(money.dollars(9).toPlainString());
        assertThat(time.shown().hours()).isEqualTo(time.hours(6).toPlainString());
        assertThat(Money.ZERO.shown().usd()).isEqualTo("0.000000000");
    }
}
