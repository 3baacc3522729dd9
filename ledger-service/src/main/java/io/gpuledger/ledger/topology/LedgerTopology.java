package io.gpuledger.ledger.topology;

import io.gpuledger.common.config.resource.Settings;
import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.event.BookEntry;
import io.gpuledger.common.event.Burn;
import io.gpuledger.common.event.ConfigChanged;
import io.gpuledger.common.event.ConfigEntry;
import io.gpuledger.common.event.CostWindow;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.DayMeasures;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.HourLooks;
import io.gpuledger.common.event.HourUsage;
import io.gpuledger.common.event.HoursClosed;
import io.gpuledger.common.event.JobTold;
import io.gpuledger.common.event.PodEvent;
import io.gpuledger.common.event.PodTold;
import io.gpuledger.common.event.PricesListed;
import io.gpuledger.common.event.Reconciled;
import io.gpuledger.common.event.UsageEntry;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import io.gpuledger.ledger.bills.BillBook;
import io.gpuledger.ledger.burn.Balance;
import io.gpuledger.ledger.intake.PodReader;
import io.gpuledger.ledger.jobs.JobBook;
import io.gpuledger.ledger.metering.Job;
import io.gpuledger.ledger.overhead.Share;
import io.gpuledger.ledger.overhead.Standing;
import io.gpuledger.ledger.store.AccountClock;
import io.gpuledger.ledger.store.JsonSerde;
import io.gpuledger.ledger.store.StoreNames;
import io.gpuledger.ledger.store.books.BooksStore;
import io.gpuledger.ledger.store.commit.CommitStoreBuilder;
import io.gpuledger.ledger.store.looks.LookStore;
import io.gpuledger.ledger.store.meter.PriceTable;
import io.gpuledger.ledger.store.meter.TimelineBytes;
import io.gpuledger.ledger.store.polls.PollStore;
import io.gpuledger.ledger.topology.keeper.KeeperFlow;
import io.gpuledger.ledger.watch.RuleState;
import io.gpuledger.ledger.watch.past.Trace;
import java.util.Properties;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The whole flow of the ledger, from top to bottom.
 *
 * <pre>
 *   pods.v1 ──▶ METER ──▶ postings.v1 ──▶ BOOKS ──▶ usage.v1, costs.v1, burn.v1, crossings.v1
 *  bills.v1 ────▶ │            ▲            ▲
 * prices.v1 ────▶ │            │            │
 *                 │         LETTERS      accounts.v1
 *                 ▼            │
 *               dead-letters.v1
 *
 *   config-commands.v1 ──▶ KEEPER ──▶ config.v1 ──▶ METER, and by postings.v1 BOOKS
 *                             ├─────▶ config-decisions.v1
 *             usage.v1 ──▶ SHARE ───▶ postings.v1, measures.v1
 * </pre>
 */
public final class LedgerTopology {

    /** The {@code ce_source} of everything the ledger says. */
    public static final String SOURCE = "/ledger-service";

    private final Settings unlessTold;
    private final boolean onDisk;

    /**
     * @param unlessTold what holds before the keeper has told anything
     * @param onDisk state in RocksDB; otherwise in memory, read back from Kafka at every start
     */
    public LedgerTopology(Settings unlessTold, boolean onDisk) {
        this.unlessTold = unlessTold;
        this.onDisk = onDisk;
    }

    /** The meter by itself. */
    Topology meter() {
        Topology topology = new Topology(namesRequired());
        addMeter(topology);
        return topology;
    }

    public Topology build() {
        Topology topology = meter();
        StoreBuilder<KeyValueStore<String, ConfigChanged>> shelf =
                store(StoreNames.KEEPER_CONFIG, JsonSerde.of(ConfigChanged.class));
        KeeperFlow.addTo(topology, SOURCE, shelf, Names.SHARE);
        addBooks(topology);
        addShare(topology);
        addLetters(topology);
        return topology;
    }

    /// pods.v1, bills.v1, prices.v1, config.v1 -> meter -> postings.v1
    private void addMeter(Topology topology) {
        PodReader pods = new PodReader(new EventSerde<>(PodEvent.class, SOURCE));
        topology.addSource(Names.PODS_SOURCE, key(), pods, Topics.PODS)
                .addSource(Names.BILLS_SOURCE, key(), reader(BillLine.class), Topics.BILLS)
                .addSource(Names.PRICES_SOURCE, key(), reader(PricesListed.class), Topics.PRICES)
                .addSource(Names.CONFIG_SOURCE, key(), reader(ConfigEntry.class), Topics.CONFIG)
                .addProcessor(
                        Names.METER,
                        () -> new Guard<>(new MeterProcessor(unlessTold), Names.DEAD_LETTERS_SINK),
                        Names.PODS_SOURCE,
                        Names.BILLS_SOURCE,
                        Names.PRICES_SOURCE,
                        Names.CONFIG_SOURCE)
                .addStateStore(store(StoreNames.METER_CONFIG, JsonSerde.of(ConfigChanged.class)), Names.METER)
                .addStateStore(store(StoreNames.METER_PODS, TimelineBytes.serde()), Names.METER)
                .addStateStore(new CommitStoreBuilder<>(supplier(StoreNames.METER_POLLS), PollStore::new), Names.METER)
                .addStateStore(new CommitStoreBuilder<>(supplier(StoreNames.METER_LOOKS), LookStore::new), Names.METER)
                .addStateStore(store(StoreNames.METER_JOBS, JsonSerde.of(Job.class)), Names.METER)
                .addStateStore(store(StoreNames.METER_POD_JOBS, JsonSerde.of(JobBook.class)), Names.METER)
                .addStateStore(store(StoreNames.METER_BILLS, JsonSerde.of(BillBook.class)), Names.METER)
                .addStateStore(store(StoreNames.METER_PRICES, JsonSerde.of(PriceTable.Kept.class)), Names.METER)
                .addStateStore(store(StoreNames.METER_TICKS, Serdes.Long()), Names.METER)
                .addSink(
                        Names.POSTINGS_SINK,
                        Topics.POSTINGS,
                        keyOut(),
                        writer(BookEntry.class),
                        new ToEveryPartition(),
                        Names.METER)
                .addSink(Names.LOOKS_SINK, Topics.USAGE, keyOut(), writer(UsageEntry.class), Names.METER)
                .addSink(Names.DEAD_LETTERS_SINK, Topics.DEAD_LETTERS, keyOut(), bytesOut(), Names.METER);
    }

    /// postings.v1, accounts.v1 -> books -> costs.v1, burn.v1, crossings.v1
    private void addBooks(Topology topology) {
        topology.addSource(Names.POSTINGS_SOURCE, key(), reader(BookEntry.class), Topics.POSTINGS)
                .addSource(Names.ACCOUNTS_SOURCE, key(), reader(AccountObserved.class), Topics.ACCOUNTS)
                .addProcessor(
                        Names.BOOKS,
                        () -> new Guard<>(new BooksProcessor(unlessTold), Names.BOOKS_LETTERS_SINK),
                        Names.POSTINGS_SOURCE,
                        Names.ACCOUNTS_SOURCE)
                .addStateStore(BooksStore.builder(StoreNames.BOOK_STEPS), Names.BOOKS)
                .addStateStore(store(StoreNames.BOOK_TICKS, JsonSerde.of(AccountClock.class)), Names.BOOKS)
                .addStateStore(store(StoreNames.BOOK_BALANCES, JsonSerde.of(Balance.class)), Names.BOOKS)
                .addStateStore(store(StoreNames.BOOK_PAST_BALANCES, JsonSerde.of(AccountObserved.class)), Names.BOOKS)
                .addStateStore(store(StoreNames.BOOK_PAST, JsonSerde.of(Trace.class)), Names.BOOKS)
                .addStateStore(store(StoreNames.BOOK_RULES, JsonSerde.of(RuleState.class)), Names.BOOKS)
                .addStateStore(store(StoreNames.BOOK_PODS, JsonSerde.of(PodTold.class)), Names.BOOKS)
                .addStateStore(store(StoreNames.BOOK_BILLS, JsonSerde.of(Reconciled.class)), Names.BOOKS)
                .addStateStore(store(StoreNames.BOOK_CONFIG, JsonSerde.of(ConfigChanged.class)), Names.BOOKS)
                .addStateStore(store(StoreNames.BOOK_JOBS, JsonSerde.of(JobTold.class)), Names.BOOKS)
                .addStateStore(store(StoreNames.BOOK_WINDOWS, JsonSerde.of(CostWindow.class)), Names.BOOKS)
                .addStateStore(store(StoreNames.BOOK_PUBLISHED, Serdes.Long()), Names.BOOKS)
                .addStateStore(store(StoreNames.BOOK_USAGE, JsonSerde.of(HourUsage.class)), Names.BOOKS)
                .addStateStore(store(StoreNames.BOOK_USAGE_FROM, Serdes.Long()), Names.BOOKS)
                .addSink(Names.USAGE_SINK, Topics.USAGE, keyOut(), writer(UsageEntry.class), Names.BOOKS)
                .addStateStore(store(StoreNames.BOOK_LETTERS, Serdes.Long()), Names.BOOKS)
                .addSink(Names.COSTS_SINK, Topics.COSTS, keyOut(), writer(CostWindow.class), Names.BOOKS)
                .addSink(Names.BURN_SINK, Topics.BURN, keyOut(), writer(Burn.class), Names.BOOKS)
                .addSink(Names.CROSSINGS_SINK, Topics.CROSSINGS, keyOut(), writer(Crossing.class), Names.BOOKS)
                .addSink(Names.BOOKS_LETTERS_SINK, Topics.DEAD_LETTERS, keyOut(), bytesOut(), Names.BOOKS);
    }

    /// dead-letters.v1 -> how many a minute -> postings.v1
    private void addLetters(Topology topology) {
        Deserializer<byte[]> bytes = Serdes.ByteArray().deserializer();
        topology.addSource(Names.LETTERS_SOURCE, bytes, bytes, Topics.DEAD_LETTERS)
                .addProcessor(Names.LETTERS, LettersProcessor::new, Names.LETTERS_SOURCE)
                .addStateStore(store(StoreNames.LETTER_MINUTES, Serdes.Long()), Names.LETTERS)
                .addSink(Names.LETTERS_SINK, Topics.POSTINGS, keyOut(), writer(BookEntry.class), Names.LETTERS);
    }

    /// usage.v1, what the keeper decided -> share -> postings.v1, measures.v1
    private void addShare(Topology topology) {
        topology.addSource(Names.USAGE_SOURCE, key(), reader(UsageEntry.class), Topics.USAGE)
                .addProcessor(
                        Names.SHARE,
                        () -> new Guard<>(new ShareProcessor(unlessTold), Names.SHARE_LETTERS_SINK),
                        Names.USAGE_SOURCE,
                        KeeperFlow.KEEPER)
                .addStateStore(store(StoreNames.SHARE_CONFIG, JsonSerde.of(ConfigChanged.class)), Names.SHARE)
                .addStateStore(store(StoreNames.SHARE_USAGE, JsonSerde.of(HourUsage.class)), Names.SHARE)
                .addStateStore(store(StoreNames.SHARE_TOUCHED, Serdes.Long()), Names.SHARE)
                .addStateStore(store(StoreNames.SHARE_CLOSED, JsonSerde.of(HoursClosed.class)), Names.SHARE)
                .addStateStore(store(StoreNames.SHARE_POSTED, JsonSerde.of(Share.class)), Names.SHARE)
                .addStateStore(store(StoreNames.SHARE_STANDINGS, JsonSerde.of(Standing.class)), Names.SHARE)
                .addStateStore(store(StoreNames.GAUGE_LOOKS, JsonSerde.of(HourLooks.class)), Names.SHARE)
                .addStateStore(store(StoreNames.GAUGE_BILLS, JsonSerde.of(Reconciled.class)), Names.SHARE)
                .addStateStore(store(StoreNames.GAUGE_JOBS, JsonSerde.of(JobTold.class)), Names.SHARE)
                .addStateStore(store(StoreNames.GAUGE_ENDS, Serdes.String()), Names.SHARE)
                .addStateStore(store(StoreNames.GAUGE_DAYS, Serdes.Long()), Names.SHARE)
                .addStateStore(store(StoreNames.GAUGE_SAID, JsonSerde.of(DayMeasures.class)), Names.SHARE)
                .addSink(Names.MEASURES_SINK, Topics.MEASURES, keyOut(), writer(DayMeasures.class), Names.SHARE)
                .addSink(
                        Names.SHARES_SINK,
                        Topics.POSTINGS,
                        keyOut(),
                        writer(BookEntry.class),
                        new ToEveryPartition(),
                        Names.SHARE)
                .addSink(Names.SHARE_LETTERS_SINK, Topics.DEAD_LETTERS, keyOut(), bytesOut(), Names.SHARE);
    }

    private <T> StoreBuilder<KeyValueStore<String, T>> store(String name, Serde<T> values) {
        return Stores.keyValueStoreBuilder(supplier(name), Serdes.String(), values);
    }

    private KeyValueBytesStoreSupplier supplier(String name) {
        return onDisk ? Stores.persistentKeyValueStore(name) : Stores.inMemoryKeyValueStore(name);
    }

    private static TopologyConfig namesRequired() {
        Properties required = new Properties();
        required.put(StreamsConfig.APPLICATION_ID_CONFIG, "names-only");
        required.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "names-only:0");
        required.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return new TopologyConfig(new StreamsConfig(required));
    }

    private static Deserializer<String> key() {
        return new StringDeserializer();
    }

    private static Serializer<String> keyOut() {
        return new StringSerializer();
    }

    private static Serializer<byte[]> bytesOut() {
        return Serdes.ByteArray().serializer();
    }

    private static <T extends Event> Deserializer<T> reader(Class<T> root) {
        return new EventSerde<>(root, SOURCE).deserializer();
    }

    private static <T extends Event> Serializer<T> writer(Class<T> root) {
        return new EventSerde<>(root, SOURCE).serializer();
    }
}
