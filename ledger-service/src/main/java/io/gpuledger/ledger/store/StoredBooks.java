package io.gpuledger.ledger.store;

import io.gpuledger.common.event.JobTold;
import io.gpuledger.common.event.Reconciled;
import io.gpuledger.ledger.burn.Balance;
import io.gpuledger.ledger.query.ask.BooksOnHand.NotReady;
import io.gpuledger.ledger.query.ask.PartitionQuestion;
import io.gpuledger.ledger.query.ask.RecordQuestion;
import io.gpuledger.ledger.store.books.AskBooks;
import io.gpuledger.ledger.watch.RuleState;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * The books as the stores of this instance hold them. A partition is read where its task is active and running, or where
 * all that was committed of it is here; one that is still being read back is not read at all.
 */
public final class StoredBooks {

    /** The stores a question may look into; each has a changelog of its own. */
    public static final Set<String> STORES = Set.of(
            StoreNames.BOOK_STEPS,
            StoreNames.BOOK_TICKS,
            StoreNames.BOOK_BALANCES,
            StoreNames.BOOK_RULES,
            StoreNames.BOOK_JOBS,
            StoreNames.BOOK_BILLS);

    /** Where the records of each kind are that may be asked for. */
    private static final Map<Class<?>, String> RECORDS =
            Map.of(JobTold.class, StoreNames.BOOK_JOBS, Reconciled.class, StoreNames.BOOK_BILLS);

    private final KafkaStreams streams;
    private final Standing standing;

    /** How far one partition of the books has come with each account, and the balances it keeps. */
    public record Clocks(Map<String, AccountClock> clocks, Map<String, Balance> balances) {}

    /** Says which partitions of a store are here as far as they were committed, though not active and running. */
    @FunctionalInterface
    public interface Standing {
        Set<Integer> caughtUp(Set<Integer> partitions);
    }

    public StoredBooks(KafkaStreams streams, Standing standing) {
        this.streams = streams;
        this.standing = standing;
    }

    /** What the books of these partitions answer; a partition that cannot be read here is left out. */
    public <P> Map<Integer, P> ask(PartitionQuestion<P> question, Set<Integer> partitions) {
        return read(StoreNames.BOOK_STEPS, new AskBooks<>(question::of), partitions);
    }

    /** What is made of the records beside the books of these partitions; one that cannot be read here is left out. */
    public <R, P> Map<Integer, P> ask(RecordQuestion<R, P> question, Set<Integer> partitions) {
        String store = RECORDS.get(question.kind());
        if (store == null) {
            throw new IllegalStateException("no store keeps " + question.kind().getSimpleName());
        }
        Map<Integer, P> answers = new TreeMap<>();
        this.<R>all(store, partitions)
                .forEach((partition, records) -> answers.put(partition, question.of(records.values())));
        return answers;
    }

    /** The clocks and balances of these partitions; a partition that cannot be read here is left out. */
    public Map<Integer, Clocks> clocks(Set<Integer> partitions) {
        Map<Integer, Map<String, AccountClock>> clocks = all(StoreNames.BOOK_TICKS, partitions);
        Map<Integer, Map<String, Balance>> balances = all(StoreNames.BOOK_BALANCES, clocks.keySet());
        Map<Integer, Clocks> read = new TreeMap<>();
        balances.forEach((partition, known) ->
                read.put(partition, new Clocks(clocks.getOrDefault(partition, Map.of()), known)));
        return read;
    }

    /** What the watch of these partitions remembers; a partition that cannot be read here is left out. */
    public Map<Integer, Map<String, RuleState>> ruleStates(Set<Integer> partitions) {
        return all(StoreNames.BOOK_RULES, partitions);
    }

    private <V> Map<Integer, Map<String, V>> all(String store, Set<Integer> partitions) {
        Map<Integer, KeyValueIterator<String, V>> found = read(store, RangeQuery.withNoBounds(), partitions);
        Map<Integer, Map<String, V>> all = new TreeMap<>();
        found.forEach((partition, entries) -> {
            try (entries) {
                Map<String, V> values = new LinkedHashMap<>();
                entries.forEachRemaining(entry -> values.put(entry.key, entry.value));
                all.put(partition, values);
            }
        });
        return all;
    }

    private <R> Map<Integer, R> read(String store, Query<R> query, Set<Integer> partitions) {
        if (partitions.isEmpty()) {
            return new TreeMap<>();
        }
        StateQueryRequest<R> request =
                StateQueryRequest.inStore(store).withQuery(query).withPartitions(new HashSet<>(partitions));
        Map<Integer, R> read = results(request.requireActive());
        Set<Integer> left = new TreeSet<>(partitions);
        left.removeAll(read.keySet());
        Set<Integer> caughtUp = left.isEmpty() ? left : standing.caughtUp(left);
        if (!caughtUp.isEmpty()) {
            read.putAll(results(request.withPartitions(new HashSet<>(caughtUp))));
        }
        return read;
    }

    private <R> Map<Integer, R> results(StateQueryRequest<R> request) {
        Map<Integer, R> results = new TreeMap<>();
        try {
            streams.query(request).getPartitionResults().forEach((partition, result) -> {
                if (isAnswer(result)) {
                    results.put(partition, result.getResult());
                }
            });
            return results;
        } catch (InvalidStateStoreException e) {
            throw new NotReady("the ledger is " + streams.state().name().toLowerCase(java.util.Locale.ROOT), e);
        }
    }

    private static boolean isAnswer(QueryResult<?> result) {
        return result.isSuccess();
    }
}
