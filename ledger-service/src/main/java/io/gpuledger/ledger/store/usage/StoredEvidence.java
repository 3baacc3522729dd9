package io.gpuledger.ledger.store.usage;

import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.event.HourLooks;
import io.gpuledger.common.event.Reconciled;
import io.gpuledger.ledger.measure.Bills;
import io.gpuledger.ledger.measure.Busy;
import io.gpuledger.ledger.query.ask.BooksOnHand;
import io.gpuledger.ledger.query.measures.Evidence;
import io.gpuledger.ledger.query.measures.Grouping;
import io.gpuledger.ledger.query.measures.MeasureQuestion;
import io.gpuledger.ledger.store.Keys;
import io.gpuledger.ledger.store.StoreNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** What is known beside cost, from the stores of the share task; it must be on this instance, or nothing is answered. */
public final class StoredEvidence implements Evidence {

    private final KafkaStreams streams;

    public StoredEvidence(KafkaStreams streams) {
        this.streams = streams;
    }

    /** Of the hours that begin in the range. */
    @Override
    public Map<List<String>, Busy> busy(MeasureQuestion question) {
        return new Grouping(question).busy(this.<HourLooks>within(StoreNames.GAUGE_LOOKS, question));
    }

    @Override
    public Map<List<String>, Bills> bills(MeasureQuestion question) {
        return new Grouping(question)
                .bills(this.<Reconciled>within(StoreNames.GAUGE_BILLS, question).stream()
                        .filter(line -> line.kind() == BillLine.Kind.USAGE)
                        .toList());
    }

    private <T> List<T> within(String store, MeasureQuestion question) {
        return read(
                store,
                Keys.instant(question.from().toEpochMilli()),
                Keys.instant(question.until().toEpochMilli()));
    }

    private <T> List<T> read(String name, String from, String until) {
        try {
            ReadOnlyKeyValueStore<String, T> store =
                    streams.store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore()));
            List<T> values = new ArrayList<>();
            try (KeyValueIterator<String, T> found = store.range(from, until)) {
                found.forEachRemaining(entry -> values.add(entry.value));
            }
            return values;
        } catch (InvalidStateStoreException e) {
            throw new BooksOnHand.NotReady("what is known beside cost is being moved, or is on another instance", e);
        }
    }
}
