package io.gpuledger.ledger.rating;

import io.gpuledger.common.event.PricesListed.Row;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.HourlyRate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What providers asked for their GPUs, and when: a list holds until the next one of its provider, whichever came first. */
public final class PriceLists {

    private final Map<String, NavigableMap<Long, List<Row>>> told = new HashMap<>();
    private final Map<String, NavigableMap<Long, List<Row>>> changes = new HashMap<>();

    /** What is told of two lists at one instant: the greater text. */
    public static boolean outranks(List<Row> one, @Nullable List<Row> other) {
        return other == null || one.toString().compareTo(other.toString()) > 0;
    }

    public void put(String provider, long at, List<Row> rows) {
        NavigableMap<Long, List<Row>> all = of(told, provider);
        List<Row> before = value(all.lowerEntry(at));
        all.put(at, rows.equals(before) ? before : rows);
        note(provider, at);
        Long next = all.higherKey(at);
        if (next != null) {
            note(provider, next);
        }
    }

    private void note(String provider, long at) {
        if (isChange(provider, at)) {
            of(changes, provider).put(at, of(told, provider).get(at));
        } else {
            of(changes, provider).remove(at);
        }
    }

    /** A list that says what the one before it said confirms it, and changes nothing. */
    public boolean isChange(String provider, long at) {
        NavigableMap<Long, List<Row>> all = of(told, provider);
        List<Row> rows = all.get(at);
        return rows != null && !rows.equals(value(all.lowerEntry(at)));
    }

    /** The list of an instant, if one was told then. */
    public @Nullable List<Row> at(String provider, long at) {
        return of(told, provider).get(at);
    }

    /** The list in force before an instant. */
    public @Nullable List<Row> before(String provider, long at) {
        return value(of(changes, provider).lowerEntry(at));
    }

    public @Nullable List<Row> inForceAt(String provider, long at) {
        return value(of(changes, provider).floorEntry(at));
    }

    public @Nullable Long nextAfter(String provider, long at) {
        return of(told, provider).higherKey(at);
    }

    /** The instant of the newest list; {@link Long#MIN_VALUE} where there is none. */
    public long newest(String provider) {
        NavigableMap<Long, List<Row>> all = of(told, provider);
        return all.isEmpty() ? Long.MIN_VALUE : all.lastKey();
    }

    /** The confirmations before an instant, forgotten now: no list may come any more that needs them. */
    public List<Long> forgetConfirmationsBefore(String provider, long at) {
        NavigableMap<Long, List<Row>> old = of(told, provider).headMap(at, false);
        List<Long> confirmations = old.keySet().stream()
                .filter(instant -> !of(changes, provider).containsKey(instant))
                .toList();
        confirmations.forEach(old::remove);
        return confirmations;
    }

    /** The dearest offer that fits, for one GPU; absent where none was listed by then. */
    @Nullable HourlyRate perGpu(String provider, @Nullable String sku, Tier tier, long at) {
        List<Row> list = inForceAt(provider, at);
        return list == null
                ? null
                : list.stream()
                        .filter(row -> row.sku().equals(sku) && row.tier() == tier)
                        .map(Row::perGpuHour)
                        .max(HourlyRate::compareTo)
                        .orElse(null);
    }

    /** Adds the instants at which a provider's list changed. */
    void addChanges(String provider, Collection<Long> instants) {
        instants.addAll(of(changes, provider).keySet());
    }

    private static NavigableMap<Long, List<Row>> of(Map<String, NavigableMap<Long, List<Row>>> lists, String provider) {
        return lists.computeIfAbsent(provider, name -> new TreeMap<>());
    }

    private static @Nullable List<Row> value(Map.@Nullable Entry<Long, List<Row>> entry) {
        return entry == null ? null : entry.getValue();
    }
}
