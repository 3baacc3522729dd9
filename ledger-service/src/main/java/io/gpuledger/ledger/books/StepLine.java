package io.gpuledger.ledger.books;

import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import java.math.BigInteger;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A step function of cost rate and GPUs over time, with running integrals, so that the cost of any range is the difference
 * of two look-ups. A step in the past costs as much as there are steps after it.
 */
public final class StepLine {

    /** What holds from a step's instant on, and what had been spent by then. */
    private record Node(Rates rates, BigInteger cost, BigInteger gpus, BigInteger unpriced) {
        static final Node NOTHING = new Node(Rates.NONE, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

        Node after(long millis) {
            BigInteger held = BigInteger.valueOf(millis);
            return new Node(
                    rates,
                    cost.add(held.multiply(BigInteger.valueOf(rates.nanoDollars()))),
                    gpus.add(held.multiply(BigInteger.valueOf(rates.milliGpus()))),
                    unpriced.add(held.multiply(BigInteger.valueOf(rates.unpricedMilliGpus()))));
        }

        Node stepping(Rates by) {
            return new Node(rates.plus(by), cost, gpus, unpriced);
        }
    }

    private final NavigableMap<Long, Rates> steps = new TreeMap<>();
    private final NavigableMap<Long, Node> nodes = new TreeMap<>();

    /** From {@code at} on, everything is another by so much. */
    public void step(long at, Rates by) {
        Rates before = steps.getOrDefault(at, Rates.NONE);
        Rates after = before.plus(by);
        if (after.isNothing()) {
            steps.remove(at);
        } else {
            steps.put(at, after);
        }
        nodes.tailMap(at, true).clear();
    }

    /** What was spent in {@code [from, until)}. */
    public Total between(long from, long until) {
        Node begin = reached(from);
        Node end = reached(until);
        return new Total(
                new Money(end.cost.subtract(begin.cost)),
                new GpuTime(end.gpus.subtract(begin.gpus)),
                new GpuTime(end.unpriced.subtract(begin.unpriced)));
    }

    public HourlyRate rateAt(long at) {
        return new HourlyRate(reached(at).rates.nanoDollars());
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** The first instant at or after one at which something is spent or held; {@link Long#MAX_VALUE} where none is. */
    public long busyFrom(long at) {
        if (!reached(at).rates.isNothing()) {
            return at;
        }
        Long next = steps.higherKey(at);
        while (next != null && reached(next).rates.isNothing()) {
            next = steps.higherKey(next);
        }
        return next == null ? Long.MAX_VALUE : next;
    }

    private Node reached(long at) {
        Map.Entry<Long, Node> last = built().floorEntry(at);
        return last == null ? Node.NOTHING : last.getValue().after(at - last.getKey());
    }

    /** The nodes, those after the last change in the past computed again. */
    private NavigableMap<Long, Node> built() {
        if (nodes.size() < steps.size()) {
            Map.Entry<Long, Node> last = nodes.lastEntry();
            long at = last == null ? steps.firstKey() : last.getKey();
            Node node = last == null ? Node.NOTHING : last.getValue();
            for (Map.Entry<Long, Rates> step : steps.tailMap(at, last == null).entrySet()) {
                node = node.after(step.getKey() - at).stepping(step.getValue());
                at = step.getKey();
                nodes.put(at, node);
            }
        }
        return nodes;
    }
}
