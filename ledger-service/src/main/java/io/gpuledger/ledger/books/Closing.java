package io.gpuledger.ledger.books;

import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.CostWindow;
import io.gpuledger.common.value.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/// an owner's lines, what was said of its windows -> what must be said now
public final class Closing {

    /** More records than this are not said at once; the rest follows at the next tick. */
    public static final int RECORDS_MAX = 500;

    private final String owner;
    private final Window window;
    private final Lines lines;
    private final NavigableMap<Long, CostWindow> said;

    /** @param said the last record of each window by its start */
    public Closing(String owner, Window window, Lines lines, NavigableMap<Long, CostWindow> said) {
        this.owner = owner;
        this.window = window;
        this.lines = lines;
        this.said = said;
    }

    /**
     * The first records of the windows in {@code [from, until)} that are closed by {@code until} and differ from what was
     * said, in time order, at most {@value #RECORDS_MAX}.
     */
    public List<CostWindow> due(long from, long until) {
        NavigableMap<Long, CostWindow> due = new TreeMap<>();
        long first = Math.max(window.startOf(from), window.publishedFrom(until));
        long start = first;
        for (long busy = lines.busyFrom(start); busy != Long.MAX_VALUE; busy = lines.busyFrom(start)) {
            start = Math.max(start, window.startOf(busy));
            if (start + window.millis() > until) {
                break;
            }
            consider(start, due);
            start += window.millis();
            if (due.size() > RECORDS_MAX) {
                break;
            }
        }
        said.subMap(first, true, until, false).keySet().stream()
                .filter(past -> !due.containsKey(past) && past + window.millis() <= until)
                .forEach(past -> consider(past, due));
        return due.values().stream().limit(RECORDS_MAX).toList();
    }

    private void consider(long start, Map<Long, CostWindow> due) {
        CostWindow before = said.get(start);
        CostWindow now = record(start, before == null ? 0 : before.revision() + 1);
        boolean news = before == null
                ? now.cost().signum() != 0 || now.gpuTime().signum() != 0
                : !before.cost().equals(now.cost())
                        || !before.components().equals(now.components())
                        || !before.gpuTime().equals(now.gpuTime())
                        || !before.unpriced().equals(now.unpriced())
                        || !Objects.equals(before.reconciled(), now.reconciled())
                        || !Objects.equals(before.reconciledGpuTime(), now.reconciledGpuTime());
        if (news) {
            due.put(start, now);
        }
    }

    private CostWindow record(long start, int revision) {
        long end = start + window.millis();
        Map<Component, Total> parts = lines.byComponent(start, end);
        Map<Component, Money> components = new TreeMap<>();
        parts.forEach((component, part) -> components.put(component, part.cost()));
        Total total = parts.values().stream().reduce(Total.NOTHING, Total::plus);
        Total direct = lines.between(start, end);
        Total reconciled = lines.reconciled(start, end);
        return new CostWindow(
                owner,
                window.word(),
                Instant.ofEpochMilli(start),
                Instant.ofEpochMilli(end),
                revision,
                total.cost(),
                components,
                total.gpuTime(),
                total.unpriced(),
                direct.costPerGpuHour(),
                total.costPerGpuHour(),
                reconciled.cost(),
                reconciled.gpuTime());
    }
}
