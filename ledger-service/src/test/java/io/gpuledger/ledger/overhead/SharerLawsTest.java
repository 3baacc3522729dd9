package io.gpuledger.ledger.overhead;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.config.Overhead;
import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Posting;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

/** Over random histories: each hour is shared as its usage says, in whatever order it became known. */
@Label("overheads")
class SharerLawsTest {

    private static final int HOURS = 6;

    private record Told(long hour, Cell cell, Usage used) {}

    private static List<Told> history(Random chance) {
        Map<String, Told> told = new TreeMap<>();
        for (int i = 0; i < 12; i++) {
            long hour = Given.hour(chance.nextInt(HOURS));
            Cell cell = Given.cell("owner-" + chance.nextInt(3), "sku-" + chance.nextInt(2));
            told.put(hour + "/" + cell, new Told(hour, cell, Given.used(chance.nextInt(4), chance.nextInt(9) + ".37")));
        }
        return new ArrayList<>(told.values());
    }

    private static Overhead overhead(Random chance) {
        Instant from = chance.nextInt(4) == 0 ? null : Given.START.plusMillis(chance.nextLong(3 * Hours.MILLIS));
        Instant until = chance.nextBoolean()
                ? null
                : Given.START.plusMillis(Given.hour(4) - Given.hour(0) + chance.nextInt(9_999_999));
        return Given.perHour(
                "any",
                "0.000000" + (100 + chance.nextInt(899)),
                List.of(Overhead.ShareBy.values()).get(chance.nextInt(4)),
                from,
                until,
                chance.nextInt(3) == 0 ? Given.owners("owner-1", "owner-2") : null);
    }

    @Property
    void everyHourIsSharedAsItsUsageSaysHoweverItBecameKnown(@ForAll Random chance) {
        List<Told> history = history(chance);
        Overhead overhead = overhead(chance);
        List<Told> disturbed = new ArrayList<>(history);
        history.stream().filter(told -> chance.nextInt(3) == 0).forEach(disturbed::add);
        Collections.shuffle(disturbed, chance);
        Remembered memory = new Remembered();
        List<Posting> posted = new ArrayList<>();
        Sharer sharer = new Sharer(memory, posted::add);
        sharer.define("any", chance.nextBoolean() ? overhead : overhead(chance));
        int closed = 0;
        for (Told told : disturbed) {
            memory.used(told.hour, told.cell, told.used);
            closed = Math.min(HOURS, closed + chance.nextInt(3));
            sharer.closed(Given.hour(closed));
        }
        sharer.define("any", overhead);
        sharer.closed(Given.hour(HOURS));

        Map<Cell, Money> whole = due(overhead, history);
        for (Cell cell : cells(whole, posted)) {
            Money confirmed = Money.ZERO;
            for (int hour = 0; hour < HOURS; hour++) {
                confirmed = confirmed.plus(SharerTest.cost(posted, cell, hour, false));
                assertThat(SharerTest.cost(posted, cell, hour, true)).isEqualTo(Money.ZERO);
            }
            assertThat(confirmed).as("%s", cell).isEqualTo(whole.getOrDefault(cell, Money.ZERO));
        }
    }

    private static List<Cell> cells(Map<Cell, Money> due, List<Posting> posted) {
        SortedMap<Cell, Boolean> cells = Usage.byCell();
        due.keySet().forEach(cell -> cells.put(cell, true));
        posted.forEach(posting -> cells.put(posting.cell(), true));
        return List.copyOf(cells.keySet());
    }

    /** Slow and plain: hour by hour. */
    private static Map<Cell, Money> due(Overhead overhead, List<Told> history) {
        long first = overhead.from() != null
                ? overhead.from().toEpochMilli()
                : history.stream().mapToLong(Told::hour).min().orElseThrow();
        long last = overhead.until() == null ? Long.MAX_VALUE : overhead.until().toEpochMilli();
        SortedMap<Cell, Money> due = Usage.byCell();
        for (int i = 0; i < HOURS; i++) {
            SortedMap<Cell, Usage> usage = Usage.byCell();
            long hour = Given.hour(i);
            history.stream().filter(told -> told.hour == hour).forEach(told -> usage.put(told.cell, told.used));
            long millis = Math.min(hour + Hours.MILLIS, last) - Math.max(hour, first);
            if (millis > 0) {
                new Sharing(overhead)
                        .split(overhead.rate().nanoDollars(), usage)
                        .forEach((cell, rate) -> due.merge(cell, Money.of(new HourlyRate(rate), millis), Money::plus));
            }
        }
        return due;
    }
}
