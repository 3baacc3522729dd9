package io.gpuledger.ledger.store;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.ledger.burn.Balance;
import io.gpuledger.ledger.query.ask.BooksOnHand;
import io.gpuledger.ledger.query.ask.PartitionQuestion;
import io.gpuledger.ledger.store.books.AskBooks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** The books as the stores of this instance hold them; it must hold all partitions, or nothing is answered. */
public final class StoredBooks implements BooksOnHand {

    private final KafkaStreams streams;

    public StoredBooks(KafkaStreams streams) {
        this.streams = streams;
    }

    @Override
    public <P> List<P> ask(PartitionQuestion<P> question) {
        check();
        StateQueryRequest<P> request = StateQueryRequest.inStore(StoreNames.BOOK_STEPS)
                .withQuery(new AskBooks<>(question::of))
                .requireActive();
        try {
            return streams.query(request).getPartitionResults().values().stream()
                    .map(StoredBooks::answer)
                    .toList();
        } catch (InvalidStateStoreException e) {
            throw new NotReady("the books are being moved", e);
        }
    }

    private static <P> P answer(QueryResult<P> result) {
        if (result.isFailure()) {
            throw new NotReady("the books are being moved: " + result.getFailureMessage(), null);
        }
        return result.getResult();
    }

    @Override
    public @Nullable Instant ledgerTime() {
        return clocks().values().stream()
                .map(AccountClock::passed)
                .filter(at -> at != AccountClock.NEVER)
                .max(Long::compare)
                .map(Instant::ofEpochMilli)
                .orElse(null);
    }

    @Override
    public List<Known> accounts() {
        Map<String, AccountClock> clocks = clocks();
        ReadOnlyKeyValueStore<String, Balance> balances = store(StoreNames.BOOK_BALANCES);
        Set<String> names = new TreeSet<>(clocks.keySet());
        try (KeyValueIterator<String, Balance> all = balances.all()) {
            all.forEachRemaining(entry -> names.add(entry.key));
        }
        return names.stream()
                .map(name -> known(name, clocks.getOrDefault(name, AccountClock.NEW), balances.get(name)))
                .toList();
    }

    private static Known known(String name, AccountClock clock, @Nullable Balance balance) {
        int slash = name.indexOf('/');
        long passed = clock.passed();
        return new Known(
                new AccountRef(name.substring(0, slash), name.substring(slash + 1)),
                passed == AccountClock.NEVER ? null : Instant.ofEpochMilli(passed),
                clock.pollsFailed(),
                balance);
    }

    /** Each partition of the books has its own clock of an account; the one that is least far counts. */
    private Map<String, AccountClock> clocks() {
        Map<String, AccountClock> clocks = new TreeMap<>();
        ReadOnlyKeyValueStore<String, AccountClock> ticks = store(StoreNames.BOOK_TICKS);
        try (KeyValueIterator<String, AccountClock> all = ticks.all()) {
            all.forEachRemaining(
                    entry -> clocks.merge(entry.key, entry.value, (a, b) -> a.passed() <= b.passed() ? a : b));
        }
        return clocks;
    }

    private void check() {
        if (streams.state() != KafkaStreams.State.RUNNING) {
            throw new NotReady("the ledger is " + streams.state().name().toLowerCase(java.util.Locale.ROOT), null);
        }
        if (partitionsElsewhere() > 0) {
            throw new NotReady(partitionsElsewhere() + " partitions of the books are on other instances", null);
        }
    }

    private <T> ReadOnlyKeyValueStore<String, T> store(String name) {
        check();
        try {
            return streams.store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore()));
        } catch (InvalidStateStoreException e) {
            throw new NotReady("the books cannot be read yet", e);
        }
    }

    private long partitionsElsewhere() {
        Set<Integer> here = streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .flatMap(task -> task.topicPartitions().stream())
                .filter(partition -> partition.topic().equals(Topics.POSTINGS))
                .map(partition -> partition.partition())
                .collect(Collectors.toSet());
        return streams.metadataForAllStreamsClients().stream()
                .flatMap(client -> client.topicPartitions().stream())
                .filter(partition -> partition.topic().equals(Topics.POSTINGS))
                .filter(partition -> !here.contains(partition.partition()))
                .count();
    }
}
