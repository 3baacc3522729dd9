package io.gpuledger.ledger.overhead;

import io.gpuledger.common.event.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A memory in memory. */
final class Remembered implements Memory {

    private final Map<String, Standing> standings = new TreeMap<>();
    private final NavigableMap<Long, SortedMap<Cell, Usage>> usage = new TreeMap<>();
    private final NavigableSet<Long> touched = new TreeSet<>();
    private final Map<String, List<Share>> posted = new HashMap<>();

    void used(long hour, Cell cell, Usage used) {
        SortedMap<Cell, Usage> ofHour = usage.computeIfAbsent(hour, h -> Usage.byCell());
        if (!used.equals(ofHour.put(cell, used))) {
            touched.add(hour);
        }
    }

    @Override
    public List<Standing> standings() {
        return List.copyOf(standings.values());
    }

    @Override
    public void keep(Standing standing) {
        standings.put(standing.name(), standing);
    }

    @Override
    public void forget(Standing standing) {
        standings.remove(standing.name());
    }

    @Override
    public long firstUsed() {
        return usage.isEmpty() ? Hours.OPEN : usage.firstKey();
    }

    @Override
    public SortedMap<Cell, Usage> usage(long hour) {
        return usage.getOrDefault(hour, Usage.byCell());
    }

    @Override
    public List<Long> touched(int most) {
        List<Long> first = touched.stream().limit(most).toList();
        first.forEach(touched::remove);
        return first;
    }

    @Override
    public List<Share> posted(String overhead, long hour) {
        return posted.getOrDefault(overhead + "@" + hour, List.of());
    }

    @Override
    public void keep(String overhead, long hour, List<Share> shares) {
        posted.put(overhead + "@" + hour, new ArrayList<>(shares));
    }
}
