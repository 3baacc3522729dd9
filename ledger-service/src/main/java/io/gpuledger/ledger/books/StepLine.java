package io.gpuledger.ledger.books;

import io.gpuledger.common.value.GpuTime;
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

    /** Rates added up over any number of resources; no sum of them is too large. */
    private record Sum(BigInteger nanoDollars, BigInteger milliGpus, BigInteger unpricedMilliGpus) {
        static final Sum NONE = new Sum(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

        static Sum of(Rates rates) {
            return new Sum(
                    BigInteger.valueOf(rates.nanoDollars()),
                    BigInteger.valueOf(rates.milliGpus()),
                    BigInteger.valueOf(rates.unpricedMilliGpus()));
        }

        Sum plus(Sum other) {
            return new Sum(
                    nanoDollars.add(other.nanoDollars),
                    milliGpus.add(other.milliGpus),
                    unpricedMilliGpus.add(other.unpricedMilliGpus));
        }

        Sum times(long millis) {
            BigInteger held = BigInteger.valueOf(millis);
            return new Sum(nanoDollars.multiply(held), milliGpus.multiply(held), unpricedMilliGpus.multiply(held));
        }

        boolean isNothing() {
            return equals(NONE);
        }
    }

    /** What holds from a step's instant on, and what had been spent by then. */
    private record Node(Sum rates, Sum spent) {
        static final Node NOTHING = new Node(Sum.NONE, Sum.NONE);

        Node after(long millis) {
            return new Node(rates, spent.plus(rates.times(millis)));
        }

        Node stepping(Sum by) {
            return new Node(rates.plus(by), spent);
        }
    }

    private final NavigableMap<Long, Sum> steps = new TreeMap<>();
    private final NavigableMap<Long, Node> nodes = new TreeMap<>();

    /** From {@code at} on, everything is another by so much. */
    public void step(long at, Rates by) {
        Sum before = steps.getOrDefault(at, Sum.NONE);
        Sum after = before.plus(Sum.of(by));
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
                new Money(end.spent.nanoDollars.subtract(begin.spent.nanoDollars)),
                new GpuTime(end.spent.milliGpus.subtract(begin.spent.milliGpus)),
                new GpuTime(end.spent.unpricedMilliGpus.subtract(begin.spent.unpricedMilliGpus)));
    }

    /** Nano-dollars per hour that hold at an instant. */
    BigInteger nanoDollarsAt(long at) {
        return reached(at).rates.nanoDollars;
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
            for (Map.Entry<Long, Sum> step : steps.tailMap(at, last == null).entrySet()) {
                node = node.after(step.getKey() - at).stepping(step.getValue());
                at = step.getKey();
                nodes.put(at, node);
            }
        }
        return nodes;
    }
}
