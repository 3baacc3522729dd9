package io.gpuledger.ledger.store.meter;

import io.gpuledger.common.event.PricesListed;
import io.gpuledger.ledger.rating.PriceLists;
import io.gpuledger.ledger.store.Keys;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The price lists of every provider: what changed in full, what confirmed it as an instant. */
public final class PriceTable {

    private final KeyValueStore<String, Kept> table;
    private final PriceLists lists = new PriceLists();

    /** @param rows absent where they are those of the list before */
    public record Kept(String provider, long at, @Nullable List<PricesListed.Row> rows) {}

    public PriceTable(KeyValueStore<String, Kept> table) {
        this.table = table;
        try (KeyValueIterator<String, Kept> all = table.all()) {
            while (all.hasNext()) {
                KeyValue<String, Kept> next = all.next();
                Kept kept = next.value;
                List<PricesListed.Row> before = lists.before(kept.provider(), kept.at());
                List<PricesListed.Row> rows = kept.rows() == null ? before : kept.rows();
                lists.put(kept.provider(), kept.at(), rows == null ? List.of() : rows);
            }
        }
    }

    public PriceLists lists() {
        return lists;
    }

    /** @param remembered how long a list is remembered only because it confirmed another */
    public void keep(PricesListed list, Duration remembered) {
        String provider = list.provider();
        long at = list.at().toEpochMilli();
        lists.put(provider, at, list.rows());
        write(provider, at);
        Long next = lists.nextAfter(provider, at);
        if (next == null) {
            lists.forgetConfirmationsBefore(provider, at - remembered.toMillis())
                    .forEach(old -> table.delete(key(provider, old)));
        } else {
            write(provider, next);
        }
    }

    private void write(String provider, long at) {
        table.put(
                key(provider, at),
                new Kept(provider, at, lists.isChange(provider, at) ? lists.at(provider, at) : null));
    }

    private static String key(String provider, long at) {
        return Keys.of(provider, Keys.instant(at));
    }
}
