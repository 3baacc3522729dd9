package io.gpuledger.ledger.books.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A line against its items added up one by one, over long random histories. */
@Label("the laws of lines")
class StepLineLawsTest {

    private static final int SPAN = 100_000;

    private final List<Item> there = new ArrayList<>();
    private StepLine line = new StepLine();

    private static Item item(Random chance, int resource) {
        boolean impulse = chance.nextInt(10) == 0;
        long[] gained = {0, chance.nextInt(1_000), 0, chance.nextInt(9), 0, 0};
        return new Item(
                chance.nextInt(SPAN),
                chance.nextInt(SPAN),
                resource,
                resource,
                Texts.NONE,
                0,
                0,
                impulse ? 0 : chance.nextLong(-1_000_000_000L, 1_000_000_000L),
                impulse ? 0 : chance.nextInt(8_000),
                0,
                impulse ? gained : null);
    }

    /** Puts, replaces and takes out, in and out of time order. */
    private void change(Random chance, int times) {
        there.clear();
        line = new StepLine();
        for (int i = 0; i < times; i++) {
            int kind = there.isEmpty() ? 0 : chance.nextInt(10);
            if (kind < 7) {
                Item item = item(chance, i);
                line.put(item);
                there.add(item);
            } else {
                Item before = there.remove(chance.nextInt(there.size()));
                if (kind == 7) {
                    line.remove(before);
                } else {
                    Item after = again(before, chance.nextInt(1_000_000));
                    line.put(after);
                    there.add(after);
                }
            }
        }
    }

    private static Item again(Item item, long nanoDollars) {
        return new Item(
                item.at(),
                item.known(),
                item.resource(),
                item.name(),
                item.job(),
                1,
                1,
                nanoDollars,
                item.milliGpus(),
                item.unpricedMilliGpus(),
                item.impulse());
    }

    private BigInteger costBetween(long from, long until) {
        BigInteger cost = BigInteger.ZERO;
        for (Item item : there) {
            long millis = Math.max(0, until - Math.max(item.at(), from));
            cost = cost.add(BigInteger.valueOf(item.nanoDollars()).multiply(BigInteger.valueOf(millis)));
            if (item.impulse() != null && item.at() >= from && item.at() < until) {
                cost = cost.add(Wide.at(item.impulse(), 0));
            }
        }
        return cost;
    }

    private static BigInteger spent(Sums begin, long from, Sums end, long until) {
        long[] cost = new long[2];
        begin.takeSpentBy(from, Sums.COST, cost, 0);
        end.addSpentBy(until, Sums.COST, cost, 0);
        return Wide.at(cost, 0);
    }

    @Property(tries = 100)
    void anyRangeOfAnyHistoryIsTheSumOfItsItems(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random chance = new Random(seed);
        change(chance, 1 + chance.nextInt(1_500));

        long from = chance.nextInt(SPAN);
        long between = from + chance.nextInt(SPAN);
        long until = between + chance.nextInt(SPAN / 50);

        assertThat(line.size()).isEqualTo(there.size());
        assertThat(cost(from, until)).isEqualTo(costBetween(from, until));
        assertThat(cost(from, between).add(cost(between, until))).isEqualTo(costBetween(from, until));
        assertThat(walked(from, between, until)).isEqualTo(costBetween(between, until));
    }

    private BigInteger cost(long from, long until) {
        Sums begin = new Sums();
        Sums end = new Sums();
        line.addBefore(from, begin);
        line.addBefore(until, end);
        return spent(begin, from, end, until);
    }

    /** The same, on a walk that has come somewhere before. */
    private BigInteger walked(long first, long from, long until) {
        StepLine.Walk walk = line.walk();
        Sums sums = new Sums();
        walk.to(first, sums);
        walk.to(from, sums);
        Sums begin = new Sums();
        begin.add(sums);
        walk.to(until, sums);
        return spent(begin, from, sums, until);
    }
}
