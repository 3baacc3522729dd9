package io.gpuledger.ledger.store;

import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.HourLooks;
import io.gpuledger.common.event.JobTold;
import io.gpuledger.common.event.PodTold;
import io.gpuledger.common.event.Reconciled;
import io.gpuledger.ledger.burn.Balance;
import io.gpuledger.ledger.query.ask.BooksOnHand.NotReady;
import io.gpuledger.ledger.query.ask.PartitionQuestion;
import io.gpuledger.ledger.query.ask.RecordQuestion;
import io.gpuledger.ledger.store.books.AskBooks;
import io.gpuledger.ledger.watch.RuleState;
import io.gpuledger.ledger.watch.past.Trace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

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
            StoreNames.BOOK_PAST_BALANCES,
            StoreNames.BOOK_PAST,
            StoreNames.BOOK_PODS,
            StoreNames.BOOK_RULES,
            StoreNames.BOOK_JOBS,
            StoreNames.BOOK_BILLS);

    /** Where the records of each kind are that may be asked for. */
    private static final Map<Class<?>, String> RECORDS = Map.of(
            AccountObserved.class,
            StoreNames.BOOK_PAST_BALANCES,
            Trace.class,
            StoreNames.BOOK_PAST,
            PodTold.class,
            StoreNames.BOOK_PODS,
            JobTold.class,
            StoreNames.BOOK_JOBS,
            Reconciled.class,
            StoreNames.BOOK_BILLS,
            HourLooks.class,
            StoreNames.GAUGE_LOOKS);

    /** The task that shares overheads is one: it needs all usage. */
    public static final int SHARE_PARTITIONS = 1;

    private static final Logger LOG = Logger.getLogger(StoredBooks.class);

    private final KafkaStreams streams;
    private final Standing standing;

    /** How far one partition of the books has come with each account, and the balances it keeps. */
    public record Clocks(Map<String, AccountClock> clocks, Map<String, Balance> balances) {}

    /** Says which partitions of a store are here as far as they were committed, though not active and running. */
    @FunctionalInterface
    public interface Standing {
        Set<Integer> caughtUp(Set<Integer> partitions);
    }

    /** Reads what these partitions hold, of running tasks only or of standbys too; one that cannot be read is left out. */
    @FunctionalInterface
    private interface Reading<R> {
        Map<Integer, R> of(Set<Integer> partitions, boolean standby);
    }

    /** Keys of a store; from the first, and to the last, where that is absent. */
    private record Range(@Nullable String from, @Nullable String until) {

        private static final Range PRESENT = new Range(Keys.AFTER_PAST, null);

        static Range of(RecordQuestion<?, ?> question) {
            RecordQuestion.Within within = question.within();
            if (within == null) {
                return question.withPast() ? new Range(null, null) : PRESENT;
            }
            return new Range(
                    Keys.instant(within.from().toEpochMilli()),
                    Keys.instant(within.until().toEpochMilli()));
        }

        <V> KeyValueIterator<String, V> of(ReadOnlyKeyValueStore<String, V> store) {
            return store.range(from, until);
        }
    }

    public StoredBooks(KafkaStreams streams, Standing standing) {
        this.streams = streams;
        this.standing = standing;
    }

    /** What the books of these partitions answer, each on a processor of its own; a partition that cannot be read here is left out. */
    public <P> Map<Integer, P> ask(PartitionQuestion<P> question, Set<Integer> partitions) {
        return read(StoreNames.BOOK_STEPS, new AskBooks<>(question::of), partitions);
    }

    /** Whether records of a kind are kept by the tasks that keep the books; else the task has them that shares overheads. */
    public static boolean isBesideTheBooks(Class<?> kind) {
        String store = RECORDS.get(kind);
        return store != null && STORES.contains(store);
    }

    /** What is made of the records beside the books of these partitions; one that cannot be read here is left out. */
    public <R, P> Map<Integer, P> ask(RecordQuestion<R, P> question, Set<Integer> partitions) {
        String store = RECORDS.get(question.kind());
        if (store == null) {
            throw new IllegalStateException("no store keeps " + question.kind().getSimpleName());
        }
        Map<Integer, P> answers = new TreeMap<>();
        Range range = Range.of(question);
        Map<Integer, Map<String, R>> found = STORES.contains(store)
                ? all(store, range, partitions)
                : records(store, range, partitions, false); // of another task: only where it is active
        found.forEach((partition, records) -> answers.put(partition, question.of(records.values())));
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
        return all(store, Range.PRESENT, partitions);
    }

    private <V> Map<Integer, Map<String, V>> all(String store, Range range, Set<Integer> partitions) {
        return activeElseCaughtUp(partitions, (asked, standby) -> records(store, range, asked, standby));
    }

    private <R> Map<Integer, R> read(String store, Query<R> query, Set<Integer> partitions) {
        StateQueryRequest<R> request = StateQueryRequest.inStore(store).withQuery(query);
        return activeElseCaughtUp(partitions, (asked, standby) -> {
            Map<Integer, R> read = new TreeMap<>();
            asked.parallelStream()
                    .map(partition -> request.withPartitions(Set.of(partition)))
                    .map(of -> results(standby ? of : of.requireActive()))
                    .toList()
                    .forEach(read::putAll);
            return read;
        });
    }

    private <R> Map<Integer, R> activeElseCaughtUp(Set<Integer> partitions, Reading<R> reading) {
        if (partitions.isEmpty()) {
            return new TreeMap<>();
        }
        Map<Integer, R> read = reading.of(partitions, false);
        Set<Integer> left = new TreeSet<>(partitions);
        left.removeAll(read.keySet());
        Set<Integer> caughtUp = left.isEmpty() ? left : standing.caughtUp(left);
        if (!caughtUp.isEmpty()) {
            read.putAll(reading.of(caughtUp, true));
        }
        return read;
    }

    /**
     * All that a plain store keeps of these partitions. A range query would do the same and take the store's two locks the
     * other way round than a write does (KAFKA-19629): question and ledger would wait for one another for ever.
     */
    private <V> Map<Integer, Map<String, V>> records(
            String store, Range range, Set<Integer> partitions, boolean standby) {
        Map<Integer, Map<String, V>> records = new TreeMap<>();
        for (int partition : partitions) {
            try (KeyValueIterator<String, V> entries = range.of(plain(store, partition, standby))) {
                Map<String, V> values = new LinkedHashMap<>();
                entries.forEachRemaining(entry -> values.put(entry.key, entry.value));
                records.put(partition, values);
            } catch (InvalidStateStoreException e) {
                LOG.debugf(e, "partition %d of %s cannot be read here", partition, store);
            }
        }
        return records;
    }

    private <V> ReadOnlyKeyValueStore<String, V> plain(String store, int partition, boolean standby) {
        StoreQueryParameters<ReadOnlyKeyValueStore<String, V>> one = StoreQueryParameters.fromNameAndType(
                        store, QueryableStoreTypes.<String, V>keyValueStore())
                .withPartition(partition);
        try {
            return streams.store(standby ? one.enableStaleStores() : one);
        } catch (IllegalStateException e) {
            throw notReady(e);
        }
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
            throw notReady(e);
        } catch (IllegalStateException e) {
            throw streams.state().isRunningOrRebalancing() ? e : notReady(e);
        }
    }

    private NotReady notReady(RuntimeException cause) {
        return new NotReady("the ledger is " + streams.state().name().toLowerCase(java.util.Locale.ROOT), cause);
    }

    private static boolean isAnswer(QueryResult<?> result) {
        return result.isSuccess();
    }
}
