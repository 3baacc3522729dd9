package io.gpuledger.ledger.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.common.config.resource.Settings;
import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.Burn;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.ConfigEntry;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.JobTold;
import io.gpuledger.common.event.LettersBuried;
import io.gpuledger.common.event.PodTold;
import io.gpuledger.common.event.Posting;
import io.gpuledger.common.event.Reconciled;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.Tick;
import io.gpuledger.ledger.burn.Balance;
import io.gpuledger.ledger.store.AccountClock;
import io.gpuledger.ledger.store.BuriedLetters;
import io.gpuledger.ledger.store.LedgerClock;
import io.gpuledger.ledger.store.ScopeBooks;
import io.gpuledger.ledger.store.StoreNames;
import io.gpuledger.ledger.store.WindowPublisher;
import io.gpuledger.ledger.store.config.ConfigInForce;
import io.gpuledger.ledger.store.facts.BillTable;
import io.gpuledger.ledger.store.facts.BookFacts;
import io.gpuledger.ledger.store.facts.JobTable;
import io.gpuledger.ledger.store.facts.PastBalances;
import io.gpuledger.ledger.store.facts.PastTraces;
import io.gpuledger.ledger.store.facts.PodTable;
import io.gpuledger.ledger.store.facts.RuleStates;
import io.gpuledger.ledger.store.usage.OwnerUsage;
import io.gpuledger.ledger.store.usage.UsagePublisher;
import io.gpuledger.ledger.topology.judging.Judging;
import io.gpuledger.ledger.topology.judging.Rounds;
import io.gpuledger.ledger.topology.judging.Rulebook;
import io.gpuledger.ledger.topology.judging.Watchdog;
import io.gpuledger.ledger.watch.Watch.Occasion;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.NullUnmarked;

/// postings.v1, accounts.v1 -> the books of one partition's scopes -> usage.v1, costs.v1, burn.v1, crossings.v1
@NullUnmarked
final class BooksProcessor implements Processor<String, Event, String, Object> {

    private final Settings unlessTold;
    private ProcessorContext<String, Object> context;
    private ScopeBooks books;
    private LedgerClock clock;
    private WindowPublisher windows;
    private UsagePublisher usage;
    private ConfigInForce config;
    private BuriedLetters letters;
    private KeyValueStore<String, Balance> balances;
    private PastBalances pastBalances;
    private PastTraces traces;
    private PodTable pods;
    private BillTable bills;
    private JobTable jobs;
    private BookFacts facts;
    private Rounds rounds;
    private Judging judging;
    private Watchdog watchdog;
    private Promptly promptly;
    private long timestamp;

    BooksProcessor(Settings unlessTold) {
        this.unlessTold = unlessTold;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.promptly = new Promptly(context);
        this.books = new ScopeBooks(context.getStateStore(StoreNames.BOOK_STEPS));
        this.clock = new LedgerClock(context.getStateStore(StoreNames.BOOK_TICKS));
        this.balances = context.getStateStore(StoreNames.BOOK_BALANCES);
        this.pastBalances = new PastBalances(context.getStateStore(StoreNames.BOOK_PAST_BALANCES));
        this.config = new ConfigInForce(context.getStateStore(StoreNames.BOOK_CONFIG), unlessTold);
        this.traces = new PastTraces(context.getStateStore(StoreNames.BOOK_PAST), clock.time());
        this.pods = new PodTable(context.getStateStore(StoreNames.BOOK_PODS), traces);
        this.bills = new BillTable(context.getStateStore(StoreNames.BOOK_BILLS), traces);
        this.jobs = new JobTable(context.getStateStore(StoreNames.BOOK_JOBS));
        this.windows = new WindowPublisher(
                context.getStateStore(StoreNames.BOOK_WINDOWS),
                context.getStateStore(StoreNames.BOOK_PUBLISHED),
                window -> say(window, Names.COSTS_SINK));
        this.usage = new UsagePublisher(
                context.getStateStore(StoreNames.BOOK_USAGE),
                context.getStateStore(StoreNames.BOOK_USAGE_FROM),
                entry -> say(entry, Names.USAGE_SINK));
        this.letters = new BuriedLetters(context.getStateStore(StoreNames.BOOK_LETTERS));
        this.facts = new BookFacts(books, clock, new BookFacts.Tables(balances, pods, bills, letters));
        this.rounds = new Rounds(clock.time());
        this.judging =
                new Judging(facts, new RuleStates(context.getStateStore(StoreNames.BOOK_RULES)), rounds, new Said());
        this.judging.use(Rulebook.of(config.settings()));
        this.watchdog = new Watchdog(context.currentSystemTimeMs());
        context.schedule(Watchdog.LOOKS_EVERY, PunctuationType.WALL_CLOCK_TIME, this::lookAtTheClock);
    }

    @Override
    public void process(Record<String, Event> record) {
        timestamp = record.timestamp();
        switch (record.value()) {
            case Posting posting -> book(posting);
            case Tick tick -> tick(tick);
            case AccountObserved balance -> balance(balance);
            case Reconciled line -> reconciled(line);
            case JobTold told -> job(told);
            case LettersBuried told -> buried(told);
            case PodTold told -> pods.take(told, clock.time());
            case ConfigEntry entry -> configured(entry);
            case null, default -> {}
        }
    }

    /** What a rule or a budget fired for ends where neither is any more. */
    private void configured(ConfigEntry entry) {
        if (config.take(entry)) {
            judging.use(Rulebook.of(config.settings()));
            judging.retire(clock.time());
        }
    }

    private void buried(LettersBuried told) {
        letters.take(told);
        traces.take(told);
    }

    private void reconciled(Reconciled line) {
        bills.take(line, clock.time());
        say(line, Names.USAGE_SINK);
    }

    private void job(JobTold told) {
        jobs.take(told);
        say(told, Names.USAGE_SINK);
    }

    private void book(Posting posting) {
        long at = posting.at().toEpochMilli();
        books.book(posting);
        facts.booked(posting.scope(), at);
        rounds.booked(posting.scope(), at);
        if (posting.scope().kind() == Scope.Kind.OWNER) {
            windows.touched(posting.scope().name(), at);
            if (posting.cell().component() != Component.OVERHEAD) {
                usage.touched(posting.scope().name(), at);
            }
        }
    }

    private void tick(Tick tick) {
        boolean moved = clock.advances(tick);
        long now = clock.time();
        if (now == AccountClock.NEVER) {
            return;
        }
        if (!moved) {
            judging.correct(now);
            return;
        }
        AccountClock polls = clock.of(tick.account().toString());
        books.fold(tick.account(), polls.passed());
        watchdog.moved(context.currentSystemTimeMs());
        facts.stalled(0);
        Scope account = Scope.account(tick.account());
        if (isHere(account)) {
            traces.polled(tick.account(), polls);
        }
        Set<Scope> scopes = new HashSet<>(books.scopes());
        addIfHere(scopes, Scope.ALL);
        clock.accounts().forEach(name -> addIfHere(scopes, new Scope(Scope.Kind.ACCOUNT, name)));
        judging.tick(scopes, now);
        pods.forget(account, now);
        windows.publish(owners(scopes), owner -> books.of(Scope.owner(owner)), now);
        usage.publish(
                new UsagePublisher.Now(now, context.taskId().partition(), tick.partitions()),
                owner -> new OwnerUsage(books.bookOf(Scope.owner(owner))));
    }

    private static NavigableSet<String> owners(Set<Scope> scopes) {
        NavigableSet<String> owners = new TreeSet<>();
        scopes.stream().filter(scope -> scope.kind() == Scope.Kind.OWNER).forEach(scope -> owners.add(scope.name()));
        return owners;
    }

    private void addIfHere(Set<Scope> scopes, Scope scope) {
        if (isHere(scope)) {
            scopes.add(scope);
        }
    }

    /** Whether a scope's books are in this partition: the one Kafka's own partitioner sends its key to. */
    private boolean isHere(Scope scope) {
        int home = Utils.toPositive(Utils.murmur2(scope.key().getBytes(UTF_8))) % clock.partitions();
        return home == context.taskId().partition();
    }

    /** Of two observations of a balance the later is true; only news is judged. */
    private void balance(AccountObserved seen) {
        pastBalances.take(seen);
        Balance known = balances.get(seen.account().toString());
        Balance now = Balance.after(known, seen);
        if (now.equals(known)) {
            return;
        }
        balances.put(seen.account().toString(), now);
        judging.judge(Scope.account(seen.account()), seen.at().toEpochMilli(), Occasion.BALANCE);
    }

    /** The one exception to event time: that nothing moves, no event can tell. */
    private void lookAtTheClock(long machineTime) {
        if (clock.time() == AccountClock.NEVER || !isHere(Scope.ALL)) {
            return;
        }
        timestamp = machineTime;
        facts.stalled(watchdog.stalledMinutes(machineTime));
        judging.judge(Scope.ALL, clock.time(), Occasion.WATCHDOG);
    }

    private final class Said implements Judging.Out {
        @Override
        public void burn(Burn burn) {
            say(burn, Names.BURN_SINK);
        }

        @Override
        public void crossing(Crossing crossing) {
            say(crossing, Names.CROSSINGS_SINK);
            promptly.commit();
        }
    }

    private void say(Event event, String sink) {
        context.forward(new Record<>(event.key(), event, timestamp), sink);
    }
}
