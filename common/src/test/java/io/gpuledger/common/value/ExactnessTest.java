package io.gpuledger.common.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.common.wire.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Law 1, exact, and law 2, conserved, for the values themselves. */
class ExactnessTest {

    private static final long HORIZON_MILLIS = 3_024_000_000L;
    private static final BigDecimal UNITS_PER_DOLLAR = new BigDecimal("3600000000000000");
    private static final BigDecimal HALF_A_NANO_DOLLAR = new BigDecimal("0.0000000005");

    @Provide
    Arbitrary<BigInteger> units() {
        return Arbitraries.bigIntegers().between(BigInteger.TWO.pow(100).negate(), BigInteger.TWO.pow(100));
    }

    @Property
    void moneyIsReadBackAsItWasWritten(@ForAll("units") BigInteger units) throws Exception {
        Money money = new Money(units);

        assertThat(Json.mapper().readValue(Json.mapper().writeValueAsBytes(money), Money.class))
                .isEqualTo(money);
    }

    @Property
    void gpuTimeIsReadBackAsItWasWritten(@ForAll("units") BigInteger units) throws Exception {
        GpuTime time = new GpuTime(units);

        assertThat(Json.mapper().readValue(Json.mapper().writeValueAsBytes(time), GpuTime.class))
                .isEqualTo(time);
    }

    @Property
    void aRateIsReadBackAsItWasWritten(
            @ForAll @LongRange(min = -999_999_999_999_999_999L, max = 999_999_999_999_999_999L) long nanos)
            throws Exception {
        HourlyRate rate = new HourlyRate(nanos);

        assertThat(Json.mapper().readValue(Json.mapper().writeValueAsBytes(rate), HourlyRate.class))
                .isEqualTo(rate);
        assertThat(HourlyRate.ofDollars(rate.dollars())).isEqualTo(rate);
    }

    @Property
    void aRateMayBeWrittenAsANumberToo(@ForAll @LongRange(max = 999_999_999_999L) long nanos) throws Exception {
        String number = BigDecimal.valueOf(nanos, 9).toPlainString();

        assertThat(Json.mapper().readValue(number, HourlyRate.class)).isEqualTo(new HourlyRate(nanos));
    }

    @Property
    void aPriceIsRoundedByAtMostHalfANanoDollar(@ForAll @LongRange(max = 999_999_999_999_999_999L) long digits) {
        BigDecimal written = BigDecimal.valueOf(digits, 14);

        BigDecimal lost =
                HourlyRate.ofDollars(written).dollars().subtract(written).abs();

        assertThat(lost).isLessThanOrEqualTo(HALF_A_NANO_DOLLAR);
    }

    @Property
    void theOrderOfAnAdditionIsOfNoConsequence(@ForAll @Size(max = 30) List<Long> amounts, @ForAll Random chance) {
        List<Money> money =
                amounts.stream().map(BigInteger::valueOf).map(Money::new).toList();
        List<Money> shuffled = new java.util.ArrayList<>(money);
        Collections.shuffle(shuffled, chance);

        assertThat(shuffled.stream().reduce(Money.ZERO, Money::plus))
                .isEqualTo(money.stream().reduce(Money.ZERO, Money::plus));
    }

    @Property
    void aStepUpAndTheSameStepDownLeaveNothing(@ForAll long amount, @ForAll @LongRange(max = 1_000_000) long nanos) {
        Money money = new Money(BigInteger.valueOf(amount));
        HourlyRate rate = new HourlyRate(nanos);

        assertThat(money.minus(money)).isEqualTo(Money.ZERO);
        assertThat(rate.plus(rate.negated())).isEqualTo(HourlyRate.ZERO);
    }

    @Property
    void theCostOfGpusTogetherIsTheCostOfEachAdded(
            @ForAll @LongRange(max = 1_000_000_000_000L) long one,
            @ForAll @LongRange(max = 1_000_000_000_000L) long other,
            @ForAll @LongRange(max = HORIZON_MILLIS) long millis) {
        Money together = Money.of(new HourlyRate(one).plus(new HourlyRate(other)), millis);

        assertThat(Money.of(new HourlyRate(one), millis).plus(Money.of(new HourlyRate(other), millis)))
                .isEqualTo(together);
    }

    @Property
    void theMeanOfARateHeldThroughoutIsThatRate(
            @ForAll @LongRange(max = 1_000_000_000_000L) long nanos,
            @ForAll @LongRange(min = 1, max = HORIZON_MILLIS) long millis) {
        HourlyRate rate = new HourlyRate(nanos);

        assertThat(Money.of(rate, millis).perHourOver(millis)).isEqualTo(rate);
    }

    @Property
    void oneGpuCostsPerHourWhatItsRateIs(
            @ForAll @LongRange(max = 1_000_000_000_000L) long nanos,
            @ForAll @LongRange(min = 1, max = HORIZON_MILLIS) long millis) {
        HourlyRate rate = new HourlyRate(nanos);

        assertThat(GpuTime.of(1_000, millis).costPerHour(Money.of(rate, millis)))
                .isEqualTo(rate);
    }

    @Property
    void whatIsShownIsWithinHalfANanoDollarOfWhatIsKept(@ForAll("units") BigInteger units) {
        BigDecimal shown = new Money(units).dollars(9).multiply(UNITS_PER_DOLLAR);

        assertThat(shown.subtract(new BigDecimal(units)).abs()).isLessThanOrEqualTo(new BigDecimal("1800000"));
    }

    @Property
    void moneyIsOrderedAsItsUnitsAre(@ForAll("units") BigInteger one, @ForAll("units") BigInteger other) {
        assertThat(new Money(one).compareTo(new Money(other))).isEqualTo(one.compareTo(other));
        assertThat(new GpuTime(one).compareTo(new GpuTime(other))).isEqualTo(one.compareTo(other));
    }

    @Property
    void aRateThatWouldOverflowIsAnErrorAndNotAWrongNumber(
            @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long more) {
        assertThatThrownBy(() -> new HourlyRate(Long.MAX_VALUE).plus(new HourlyRate(more)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Property
    void aRateOfABillionDollarsOrMoreIsRefused(@ForAll @LongRange(min = 1_000_000_000L) long dollars) {
        assertThatThrownBy(() -> HourlyRate.ofDollars(BigDecimal.valueOf(dollars)))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("rate must be below a billion dollars per hour");
    }

    @Property
    void thePartsOfAWholeAddUpToItAndNoneIsFartherThanAUnitFromItsShare(
            @ForAll("units") BigInteger whole,
            @ForAll @Size(min = 1, max = 9) List<@LongRange(max = 9_000) Long> weights) {
        List<BigInteger> of = weights.stream().map(BigInteger::valueOf).toList();
        BigInteger sum = of.stream().reduce(BigInteger.ZERO, BigInteger::add);
        Assume.that(sum.signum() > 0);

        List<BigInteger> parts = Apportionment.split(whole, of);

        assertThat(parts.stream().reduce(BigInteger.ZERO, BigInteger::add)).isEqualTo(whole);
        for (int i = 0; i < parts.size(); i++) {
            BigInteger error = parts.get(i)
                    .multiply(sum)
                    .subtract(whole.multiply(of.get(i)))
                    .abs();
            assertThat(error).isLessThan(sum);
        }
    }

    @Test
    void ofEqualRemaindersTheEarlierGetsTheUnit() {
        assertThat(Apportionment.split(5, new long[] {1, 1, 1})).containsExactly(2, 2, 1);
        assertThat(Apportionment.split(-5, new long[] {1, 1, 1})).containsExactly(-2, -2, -1);
    }
}
