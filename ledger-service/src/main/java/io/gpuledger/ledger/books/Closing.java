package io.gpuledger.ledger.books;

import io.gpuledger.common.event.CostWindow;
import io.gpuledger.common.value.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// an owner's lines, what was said of its windows -> what must be said now
public final class Closing {

    private Closing() {}

    /**
     * The records of all windows that lie in {@code [from, until)}, closed by then, and differ from what was said.
     *
     * @param said the last record of each window by its start
     */
    public static List<CostWindow> due(
            String owner, Window window, Lines lines, Span span, NavigableMap<Long, CostWindow> said) {
        NavigableMap<Long, CostWindow> due = new TreeMap<>();
        long first = Math.max(window.startOf(span.from()), window.publishedFrom(span.until()));
        long start = window.startOf(first);
        for (long busy = lines.busyFrom(start); busy != Long.MAX_VALUE; busy = lines.busyFrom(start)) {
            start = Math.max(start, window.startOf(busy));
            if (start + window.millis() > span.until()) {
                break;
            }
            consider(owner, window, lines, start, said, due);
            start += window.millis();
        }
        said.subMap(first, true, span.until(), false).keySet().stream()
                .filter(past -> !due.containsKey(past) && past + window.millis() <= span.until())
                .forEach(past -> consider(owner, window, lines, past, said, due));
        return new ArrayList<>(due.values());
    }

    /** From an instant to another, epoch milliseconds. */
    public record Span(long from, long until) {}

    private static void consider(
            String owner,
            Window window,
            Lines lines,
            long start,
            NavigableMap<Long, CostWindow> said,
            Map<Long, CostWindow> due) {
        CostWindow before = said.get(start);
        CostWindow now = record(owner, window, lines, start, before == null ? 0 : before.revision() + 1);
        boolean news = before == null
                ? now.cost().signum() != 0 || now.gpuTime().signum() != 0
                : !before.cost().equals(now.cost())
                        || !before.components().equals(now.components())
                        || !before.gpuTime().equals(now.gpuTime())
                        || !before.unpriced().equals(now.unpriced());
        if (news) {
            due.put(start, now);
        }
    }

    private static CostWindow record(String owner, Window window, Lines lines, long start, int revision) {
        long end = start + window.millis();
        Total total = lines.between(start, end);
        Map<io.gpuledger.common.event.Component, Money> components = lines.byComponent(start, end).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().cost(), (a, b) -> a, TreeMap::new));
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
                total.costPerGpuHour());
    }
}
