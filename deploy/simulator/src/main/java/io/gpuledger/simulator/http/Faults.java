package io.gpuledger.simulator.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The switches. Of several faults that are on, the one switched on first is shown. */
public final class Faults {

    private final List<FaultOrder> orders = new ArrayList<>();

    public synchronized void show(FaultOrder order) {
        orders.add(order);
    }

    public synchronized void clear() {
        orders.clear();
    }

    public synchronized List<FaultOrder> shown() {
        return List.copyOf(orders);
    }

    /** The fault this request meets, if any; counts it. */
    synchronized Optional<FaultOrder> next(FaultOrder.Api api) {
        for (int i = 0; i < orders.size(); i++) {
            FaultOrder order = orders.get(i);
            if (order.on().includes(api)) {
                if (order.count() > 1) {
                    orders.set(i, order.times(order.count() - 1));
                } else {
                    orders.remove(i);
                }
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }
}
