package io.gpuledger.ledger.overhead;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.config.Overhead;
import io.gpuledger.common.event.Cell;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SharingTest {

    private static final Cell RESEARCH = Given.cell("research", "A100");
    private static final Cell VISION = Given.cell("vision", "A100");
    private static final Cell IDLE = Given.cell("storage-only", "A100");
    private static final long DOLLAR = 1_000_000_000;

    private static SortedMap<Cell, Long> shared(Overhead overhead, long nanoDollars, Map<Cell, Usage> usage) {
        return new Sharing(overhead).split(nanoDollars, Given.usage(usage));
    }

    @Test
    void byGpuHoursWhoHeldThreeTimesAsManyBearsThreeTimesAsMuch() {
        Overhead power = Given.perHour("power", "4", Overhead.ShareBy.GPU_HOURS);

        assertThat(shared(power, 4 * DOLLAR, Map.of(RESEARCH, Given.used(3, "1"), VISION, Given.used(1, "9"))))
                .isEqualTo(Map.of(RESEARCH, 3 * DOLLAR, VISION, DOLLAR));
    }

    @Test
    void byCostACreditBearsNothing() {
        Overhead people = Given.perHour("people", "4", Overhead.ShareBy.COST);

        assertThat(shared(people, 4 * DOLLAR, Map.of(RESEARCH, Given.used(3, "-1"), VISION, Given.used(1, "9"))))
                .isEqualTo(Map.of(VISION, 4 * DOLLAR));
    }

    @Test
    void equallyEveryOwnerBearsTheSameHoweverManyCellsItHas() {
        Overhead licence = Given.perHour("licence", "4", Overhead.ShareBy.EQUALLY);
        Cell second = Given.cell("research", "H100");

        assertThat(shared(
                        licence,
                        4 * DOLLAR,
                        Map.of(RESEARCH, Given.used(1, "1"), second, Given.used(1, "1"), IDLE, Given.used(0, "0.10"))))
                .isEqualTo(Map.of(RESEARCH, DOLLAR, second, DOLLAR, IDLE, 2 * DOLLAR));
    }

    @Test
    void byFixedSharesAnOwnerBearsItsPartEvenWhereItUsedNothing() {
        Overhead storage = Given.perHour("nas/eu", "3", Overhead.ShareBy.FIXED);

        assertThat(shared(storage, 3 * DOLLAR, Map.of(VISION, Given.used(1, "1"))))
                .isEqualTo(Map.of(OwnCell.of(storage, "research"), 2 * DOLLAR, VISION, DOLLAR));
    }

    @Test
    void onlyWhoIsAmongThemBearsIt() {
        Overhead power =
                Given.perHour("power", "1", Overhead.ShareBy.GPU_HOURS, Given.START, null, Given.owners("vision"));

        assertThat(shared(power, DOLLAR, Map.of(RESEARCH, Given.used(3, "1"), VISION, Given.used(1, "1"))))
                .isEqualTo(Map.of(VISION, DOLLAR));
    }

    @Test
    void whereNobodyUsedAnythingItStaysInItsOwnCell() {
        Overhead power = Given.perHour("power", "1", Overhead.ShareBy.GPU_HOURS);

        assertThat(shared(power, DOLLAR, Map.of(IDLE, Given.used(0, "1"))))
                .isEqualTo(Map.of(OwnCell.of(power), DOLLAR));
    }

    @Test
    void ofEqualRemaindersTheFirstCellGetsTheUnit() {
        Overhead power = Given.perHour("power", "1", Overhead.ShareBy.GPU_HOURS);

        assertThat(shared(power, 3, Map.of(VISION, Given.used(1, "1"), RESEARCH, Given.used(1, "1"))))
                .isEqualTo(Map.of(RESEARCH, 2L, VISION, 1L));
    }

    @Property
    void theSharesAddUpToTheRateWhateverTheUsageAndWhateverTheOrder(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000_000L) long rate,
            @ForAll Overhead.ShareBy by,
            @ForAll Random chance) {
        Map<Cell, Usage> usage = new LinkedHashMap<>();
        for (int i = chance.nextInt(12); i > 0; i--) {
            usage.put(
                    Given.cell("owner-" + chance.nextInt(4), "sku-" + chance.nextInt(4)),
                    new Usage(
                            new GpuTime(BigInteger.valueOf(chance.nextInt(3) * chance.nextLong(1L << 40))),
                            new Money(new BigInteger(90, chance).subtract(BigInteger.ONE.shiftLeft(88)))));
        }
        List<Cell> shuffled = new ArrayList<>(usage.keySet());
        Collections.shuffle(shuffled, chance);
        Map<Cell, Usage> otherwise = new LinkedHashMap<>();
        shuffled.forEach(cell -> otherwise.put(cell, usage.get(cell)));
        Overhead overhead = Given.perHour("any", "1", by);

        SortedMap<Cell, Long> shares = shared(overhead, rate, usage);

        assertThat(shares.values().stream().mapToLong(share -> share).sum()).isEqualTo(rate);
        assertThat(shares.values()).allMatch(share -> share > 0);
        assertThat(shared(overhead, rate, otherwise)).isEqualTo(shares);
    }
}
