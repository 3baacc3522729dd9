package io.gpuledger.ledger.overhead;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.config.Overhead;
import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Posting;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SharerTest {

    private static final Cell RESEARCH = Given.cell("research", "A100");
    private static final Cell VISION = Given.cell("vision", "A100");

    private final Remembered memory = new Remembered();
    private final List<Posting> posted = new ArrayList<>();
    private final Sharer sharer = new Sharer(memory, posted::add);

    /** What was posted for a cell in an hour, estimates included. */
    private Money cost(Cell cell, int hour) {
        return cost(cell, hour, null);
    }

    private Money cost(Cell cell, int hour, @Nullable Boolean estimated) {
        return cost(posted, cell, hour, estimated);
    }

    static Money cost(List<Posting> posted, @Nullable Cell cell, int hour, @Nullable Boolean estimated) {
        return posted.stream()
                .filter(posting -> posting.scope().equals(Scope.ALL))
                .filter(posting -> cell == null || posting.cell().equals(cell))
                .filter(posting -> estimated == null || posting.isHeld() == estimated)
                .map(posting -> Money.of(
                        posting.rate(),
                        Math.max(
                                0,
                                Given.hour(hour + 1)
                                        - Math.max(
                                                Given.hour(hour), posting.at().toEpochMilli()))))
                .reduce(Money.ZERO, Money::plus);
    }

    private static Money dollars(String dollars) {
        return Money.ofDollars(dollars);
    }

    @Test
    void aClosedHourIsSharedByItsOwnUsageAndTheOpenOneAsIt() {
        sharer.define("power", Given.perHour("power", "4", Overhead.ShareBy.GPU_HOURS));
        memory.used(Given.hour(0), RESEARCH, Given.used(3, "1"));
        memory.used(Given.hour(0), VISION, Given.used(1, "1"));

        sharer.closed(Given.hour(1));

        assertThat(cost(RESEARCH, 0, false)).isEqualTo(dollars("3"));
        assertThat(cost(VISION, 0, false)).isEqualTo(dollars("1"));
        assertThat(cost(RESEARCH, 1, true)).isEqualTo(dollars("3"));
        assertThat(cost(RESEARCH, 1, false)).isEqualTo(Money.ZERO);
        assertThat(cost(VISION, 7, true)).isEqualTo(dollars("1"));
    }

    @Test
    void theEstimateIsTakenBackWhenTheHourCloses() {
        sharer.define("power", Given.perHour("power", "4", Overhead.ShareBy.GPU_HOURS));
        memory.used(Given.hour(0), RESEARCH, Given.used(3, "1"));
        sharer.closed(Given.hour(1));
        memory.used(Given.hour(1), VISION, Given.used(1, "1"));

        sharer.closed(Given.hour(2));

        assertThat(cost(RESEARCH, 1)).isEqualTo(Money.ZERO);
        assertThat(cost(VISION, 1, false)).isEqualTo(dollars("4"));
        assertThat(cost(VISION, 2, true)).isEqualTo(dollars("4"));
    }

    @Test
    void hoursSharedAlikeLeaveNothingBetweenThemButTheEndOfTheEstimate() {
        sharer.define("power", Given.perHour("power", "4", Overhead.ShareBy.GPU_HOURS));
        for (int hour = 0; hour < 5; hour++) {
            memory.used(Given.hour(hour), RESEARCH, Given.used(3, "1"));
            sharer.closed(Given.hour(hour + 1));
        }

        assertThat(standing(posted)).containsExactly("0 4 false", "5 -4 false", "5 4 true");
    }

    /** The steps of the owner's books that are left when those of one place and one knowledge are added up. */
    private static List<String> standing(List<Posting> posted) {
        var left = new java.util.TreeMap<String, Long>();
        posted.stream()
                .filter(posting -> posting.scope().equals(Scope.owner("research")))
                .forEach(posting -> left.merge(
                        (posting.at().toEpochMilli() - Given.hour(0)) / Hours.MILLIS + " known " + posting.knownAt()
                                + " " + posting.isHeld(),
                        posting.rate().nanoDollars(),
                        Long::sum));
        return left.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> entry.getKey().split(" ", -1)[0] + " " + entry.getValue() / 1_000_000_000 + " "
                        + entry.getKey().split(" ", -1)[3])
                .toList();
    }

    @Test
    void aCorrectionOfAClosedHourIsPostedAsKnownNow() {
        sharer.define("power", Given.perHour("power", "4", Overhead.ShareBy.GPU_HOURS));
        memory.used(Given.hour(0), RESEARCH, Given.used(3, "1"));
        sharer.closed(Given.hour(3));
        posted.clear();
        memory.used(Given.hour(0), VISION, Given.used(3, "1"));

        sharer.closed(Given.hour(3));

        assertThat(posted)
                .hasSize(2 * 2 * 3)
                .allSatisfy(posting -> assertThat(posting.knownAt()).isEqualTo(Instant.ofEpochMilli(Given.hour(3))));
        assertThat(cost(RESEARCH, 0)).isEqualTo(dollars("-2"));
        assertThat(cost(VISION, 0)).isEqualTo(dollars("2"));
    }

    @Test
    void anotherDefinitionRestatesFromItsBeginningAndNoneTakesEverythingBack() {
        sharer.define("power", Given.perHour("power", "4", Overhead.ShareBy.GPU_HOURS));
        memory.used(Given.hour(0), RESEARCH, Given.used(3, "1"));
        sharer.closed(Given.hour(2));

        sharer.define("power", Given.perHour("power", "6", Overhead.ShareBy.GPU_HOURS));
        sharer.closed(Given.hour(2));

        assertThat(cost(RESEARCH, 0)).isEqualTo(dollars("6"));
        assertThat(cost(OwnCell.of(Given.perHour("power", "6", Overhead.ShareBy.COST)), 1))
                .isEqualTo(dollars("6"));

        sharer.define("power", null);
        sharer.closed(Given.hour(2));

        assertThat(cost(posted, null, 0, null)).isEqualTo(Money.ZERO);
        assertThat(cost(posted, null, 1, null)).isEqualTo(Money.ZERO);
        assertThat(cost(posted, null, 9, null)).isEqualTo(Money.ZERO);
        assertThat(memory.standings()).isEmpty();
    }

    @Test
    void whatHasAlwaysBeenInForceBeginsWithTheFirstUse() {
        sharer.define("power", Given.perHour("power", "4", Overhead.ShareBy.GPU_HOURS, null, null, null));
        sharer.closed(Given.hour(3));
        assertThat(posted).isEmpty();

        memory.used(Given.hour(2), RESEARCH, Given.used(3, "1"));
        sharer.closed(Given.hour(3));
        memory.used(Given.hour(0), VISION, Given.used(3, "1"));
        sharer.closed(Given.hour(3));

        assertThat(cost(posted, null, -1, null)).isEqualTo(Money.ZERO);
        assertThat(cost(VISION, 0)).isEqualTo(dollars("4"));
        assertThat(cost(posted, null, 1, null)).isEqualTo(dollars("4"));
        assertThat(cost(RESEARCH, 2)).isEqualTo(dollars("4"));
    }

    @Test
    void aLongPastIsDrawnInPiecesAndConservesTheWholeAtEachOfThem() {
        int hours = 2 * Sharer.HOURS_MAX + 10;
        sharer.define("dgx", Given.hardware("dgx", "320000", 3));

        for (int call = 0; call < 3; call++) {
            sharer.closed(Given.hour(hours));
            Money whole = Money.of(new HourlyRate(12_165_450_122L), Hours.MILLIS);
            for (int hour : new int[] {0, 999, 1_000, 2_009, 2_010, 2_500}) {
                assertThat(cost(posted, null, hour, null)).isEqualTo(whole);
            }
        }
        assertThat(cost(posted, null, hours - 1, false).units()).isNotEqualTo(BigInteger.ZERO);
    }
}
