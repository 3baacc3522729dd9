package io.gpuledger.ledger.store.looks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Cell;
import io.gpuledger.ledger.looks.HourSum;
import io.gpuledger.ledger.store.JsonSerde;
import io.gpuledger.ledger.store.Keys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.NullUnmarked;

/** The sums of hours that are in memory: those that were not told yet, or were changed since the last commit. */
@NullUnmarked
final class HourSums {

    private static final String HOUR = "hour";
    private static final Serde<Kept> VALUES = JsonSerde.of(Kept.class);

    /** A sum as it is written. */
    record Kept(Cell cell, long hour, long percents, long milliGpus, long said) {

        static Kept of(HourSum sum) {
            return new Kept(sum.cell(), sum.hour(), sum.percents(), sum.milliGpus(), sum.said());
        }

        HourSum sum() {
            return new HourSum(cell, hour, percents, milliGpus, said);
        }
    }

    /** What is in memory is found without writing a key. */
    private record Place(Cell cell, long hour) {}

    private final Map<Place, HourSum> here = new HashMap<>();
    private final List<HourSum> unwritten = new ArrayList<>();
    private long oldestUnsaid = Long.MAX_VALUE;
    private boolean isRead;

    HourSum of(Cell cell, long hour, KeyValueStore<Bytes, byte[]> written) {
        return here.computeIfAbsent(new Place(cell, hour), place -> {
            byte[] known = written.get(key(cell, hour));
            return known == null ? new HourSum(cell, hour, 0, 0, 0) : read(known);
        });
    }

    void changed(HourSum sum) {
        if (sum.touch()) {
            unwritten.add(sum);
        }
        if (sum.hour() < oldestUnsaid) {
            oldestUnsaid = sum.hour();
        }
    }

    Collection<HourSum> unsaid(long before, KeyValueStore<Bytes, byte[]> written) {
        readOnce(written);
        if (before <= oldestUnsaid) {
            return List.of();
        }
        List<HourSum> found = here.values().stream()
                .filter(sum -> !sum.isSaid() && sum.hour() < before)
                .toList();
        oldestUnsaid = here.values().stream()
                .filter(sum -> !sum.isSaid() && sum.hour() >= before)
                .mapToLong(HourSum::hour)
                .min()
                .orElse(Long.MAX_VALUE);
        return found;
    }

    /** What was left untold when the task stopped. */
    private void readOnce(KeyValueStore<Bytes, byte[]> written) {
        if (isRead) {
            return;
        }
        isRead = true;
        try (KeyValueIterator<Bytes, byte[]> all = written.range(bytes(Keys.first(HOUR)), bytes(Keys.last(HOUR)))) {
            while (all.hasNext()) {
                HourSum sum = read(all.next().value);
                if (!sum.isSaid()) {
                    here.putIfAbsent(new Place(sum.cell(), sum.hour()), sum);
                    oldestUnsaid = Math.min(oldestUnsaid, sum.hour());
                }
            }
        }
    }

    /** Adds what was changed since the last time to what is written. */
    void writeTo(List<KeyValue<Bytes, byte[]>> written) {
        for (HourSum sum : unwritten) {
            byte[] value = VALUES.serializer().serialize("", Kept.of(sum));
            written.add(KeyValue.pair(key(sum.cell(), sum.hour()), value));
            sum.written();
            if (sum.isSaid()) {
                here.remove(new Place(sum.cell(), sum.hour()));
                sum.leave();
            }
        }
        unwritten.clear();
    }

    void clear() {
        here.values().forEach(HourSum::leave);
        here.clear();
        unwritten.clear();
        oldestUnsaid = Long.MAX_VALUE;
        isRead = false;
    }

    private static HourSum read(byte[] kept) {
        return VALUES.deserializer().deserialize("", kept).sum();
    }

    private static Bytes key(Cell cell, long hour) {
        return bytes(Keys.of(HOUR, cell.account(), Keys.instant(hour), cell));
    }

    /** Stands before all sums of an account and an hour. */
    static Bytes first(AccountRef account, long hour) {
        return bytes(Keys.of(HOUR, account, Keys.instant(hour)));
    }

    private static Bytes bytes(String key) {
        return Bytes.wrap(key.getBytes(UTF_8));
    }
}
