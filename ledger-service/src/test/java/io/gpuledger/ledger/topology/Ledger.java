package io.gpuledger.ledger.topology;

import io.gpuledger.common.config.AssumedPrice;
import io.gpuledger.common.config.Budget;
import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.config.OwnerRule;
import io.gpuledger.common.config.Rule;
import io.gpuledger.common.config.resource.Settings;
import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.event.BookEntry;
import io.gpuledger.common.event.Burn;
import io.gpuledger.common.event.ConfigCommand;
import io.gpuledger.common.event.ConfigDecided;
import io.gpuledger.common.event.CostWindow;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.DayMeasures;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.JobTold;
import io.gpuledger.common.event.LettersBuried;
import io.gpuledger.common.event.PodEvent;
import io.gpuledger.common.event.Posting;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.UsageEntry;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.value.Money;
import io.gpuledger.common.wire.DeadLetters;
import io.gpuledger.common.wire.EventSerde;
import io.gpuledger.ledger.books.Books;
import io.gpuledger.ledger.books.Entry;
import io.gpuledger.ledger.books.ScopeBook;
import io.gpuledger.ledger.store.BuriedLetters;
import io.gpuledger.ledger.store.StoreNames;
import io.gpuledger.ledger.store.books.AskBooks;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Properties;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.test.TestRecord;

/** The ledger's topology under a driver, with hand-written time. */
final class Ledger implements AutoCloseable {

    private final TopologyTestDriver driver;
    private final TestInputTopic<String, PodEvent> pods;
    private final TestInputTopic<String, AccountObserved> accounts;
    private final TestInputTopic<String, UsageEntry> usage;
    private final TestInputTopic<String, BillLine> bills;
    private final TestInputTopic<String, ConfigCommand> commands;

    Ledger(LedgerFile file) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "ledger-test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:0");
        settings.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndContinueExceptionHandler.class);
        settings.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, Topics.DEAD_LETTERS);
        driver = new TopologyTestDriver(new LedgerTopology(Settings.of(file, List.of()), false).build(), settings);
        pods = driver.createInputTopic(Topics.PODS, new StringSerializer(), new EventSerde<>(PodEvent.class, "/test"));
        bills = driver.createInputTopic(
                Topics.BILLS, new StringSerializer(), new EventSerde<>(BillLine.class, "/test"));
        accounts = driver.createInputTopic(
                Topics.ACCOUNTS, new StringSerializer(), new EventSerde<>(AccountObserved.class, "/test"));
        usage = driver.createInputTopic(
                Topics.USAGE, new StringSerializer(), new EventSerde<>(UsageEntry.class, "/test"));
        commands = driver.createInputTopic(
                Topics.CONFIG_COMMANDS, new StringSerializer(), new EventSerde<>(ConfigCommand.class, "/test"));
    }

    Ledger told(ConfigCommand command) {
        commands.pipeInput(command.key(), command);
        return this;
    }

    /** @param written the broker's time of the record */
    Ledger told(ConfigCommand command, Instant written) {
        commands.pipeInput(command.key(), command, written);
        return this;
    }

    List<ConfigDecided> decisions() {
        return read(Topics.CONFIG_DECISIONS, ConfigDecided.class);
    }

    static LedgerFile file(List<OwnerRule> owners, List<Budget> budgets, List<Rule> rules) {
        return new LedgerFile(
                List.of(), List.<AssumedPrice>of(), owners, budgets, rules, List.of(), List.of(), null, null);
    }

    Ledger told(PodEvent... events) {
        return told(List.of(events));
    }

    Ledger told(List<? extends PodEvent> events) {
        events.forEach(event -> told(event, event.at()));
        return this;
    }

    /** @param written the broker's time of the record */
    Ledger told(PodEvent event, Instant written) {
        pods.pipeInput(event.key(), event, written);
        return this;
    }

    Ledger billed(BillLine... lines) {
        for (BillLine line : lines) {
            bills.pipeInput(line.key(), line, line.at());
        }
        return this;
    }

    /** What the meters said, of one kind; what was read once is not read again. */
    <T extends BookEntry> List<T> entries(Class<T> kind) {
        return read(Topics.POSTINGS, BookEntry.class).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** What meters and others tell the books directly. */
    Ledger told(BookEntry entry) {
        TestInputTopic<String, BookEntry> entries = driver.createInputTopic(
                Topics.POSTINGS, new StringSerializer(), new EventSerde<>(BookEntry.class, "/test"));
        entries.pipeInput(entry.key(), entry);
        return this;
    }

    Ledger machineTimePasses(Duration span) {
        driver.advanceWallClockTime(span);
        return this;
    }

    Ledger told(AccountObserved balance) {
        return told(balance, balance.at());
    }

    /** @param written the broker's time of the record */
    Ledger told(AccountObserved balance, Instant written) {
        accounts.pipeInput(balance.key(), balance, written);
        return this;
    }

    Ledger used(UsageEntry... entries) {
        List.of(entries).forEach(entry -> usage.pipeInput(entry.key(), entry));
        return this;
    }

    List<Posting> postings() {
        return entries(Posting.class);
    }

    List<Crossing> crossings() {
        return read(Topics.CROSSINGS, Crossing.class);
    }

    List<CostWindow> costs() {
        return read(Topics.COSTS, CostWindow.class);
    }

    List<DayMeasures> measures() {
        return read(Topics.MEASURES, DayMeasures.class);
    }

    List<Burn> burns() {
        return read(Topics.BURN, Burn.class);
    }

    /** A record of bytes, whatever they are. */
    void raw(String topic, TestRecord<byte[], byte[]> record) {
        driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(record);
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return driver.createOutputTopic(Topics.DEAD_LETTERS, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    List<LettersBuried> lettersBuried() {
        return read(Topics.POSTINGS, BookEntry.class).stream()
                .filter(LettersBuried.class::isInstance)
                .map(LettersBuried.class::cast)
                .toList();
    }

    /** What the books keep of jobs. */
    List<JobTold> jobs() {
        return List.copyOf(this.<JobTold>store(StoreNames.BOOK_JOBS).values());
    }

    /** What the books keep of balances as they were, in the order of time. */
    List<AccountObserved> pastBalances() {
        return List.copyOf(
                this.<AccountObserved>store(StoreNames.BOOK_PAST_BALANCES).values());
    }

    /** All that a store keeps, by key. */
    <V> SequencedMap<String, V> store(String name) {
        SequencedMap<String, V> kept = new LinkedHashMap<>();
        try (var all = driver.<String, V>getKeyValueStore(name).all()) {
            all.forEachRemaining(entry -> kept.put(entry.key, entry.value));
        }
        return kept;
    }

    long lettersLastHour(Instant at) {
        return new BuriedLetters(driver.getKeyValueStore(StoreNames.BOOK_LETTERS)).lastHour(at.toEpochMilli());
    }

    List<String> deadLetterReasons() {
        return driver
                .createOutputTopic(Topics.DEAD_LETTERS, new StringDeserializer(), new StringDeserializer())
                .readRecordsToList()
                .stream()
                .map(record -> new String(
                        record.headers().lastHeader(DeadLetters.REASON).value(),
                        java.nio.charset.StandardCharsets.UTF_8))
                .toList();
    }

    private <T extends Event> List<T> read(String topic, Class<T> root) {
        TestOutputTopic<String, T> out =
                driver.createOutputTopic(topic, new StringDeserializer(), new EventSerde<>(root, "/test"));
        return out.readValuesToList();
    }

    /** What a scope cost in a range, from the entries as they stand in its books. */
    Money cost(Scope scope, Instant from, Instant until) {
        BigInteger units = BigInteger.ZERO;
        for (Entry step : steps(scope)) {
            long held = until.toEpochMilli() - Math.max(step.at(), from.toEpochMilli());
            units = units.add(BigInteger.valueOf(Math.max(0, held))
                    .multiply(BigInteger.valueOf(step.rates().nanoDollars())));
            if (step.at() >= from.toEpochMilli() && step.at() < until.toEpochMilli()) {
                units = units.add(step.impulse().cost().units());
            }
        }
        return new Money(units);
    }

    Set<String> owners() {
        return books().scopes().keySet().stream()
                .filter(scope -> scope.kind() == Scope.Kind.OWNER)
                .map(Scope::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<Entry> steps(Scope scope) {
        List<Entry> steps = new ArrayList<>();
        ScopeBook book = books().book(scope);
        if (book != null) {
            book.each(Long.MAX_VALUE, strand -> true, steps::add);
        }
        return steps;
    }

    Books books() {
        return driver.getKeyValueStore(StoreNames.BOOK_STEPS)
                .query(new AskBooks<>(here -> here), PositionBound.unbounded(), new QueryConfig(false))
                .getResult();
    }

    @Override
    public void close() {
        driver.close();
    }
}
