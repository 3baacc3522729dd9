package io.gpuledger.ledger.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.common.config.resource.Settings;
import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.Burn;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.ConfigEntry;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.LettersBuried;
import io.gpuledger.common.event.Posting;
import io.gpuledger.common.event.Reconciled;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.Tick;
import io.gpuledger.ledger.burn.Balance;
import io.gpuledger.ledger.store.BuriedLetters;
import io.gpuledger.ledger.store.LedgerClock;
import io.gpuledger.ledger.store.ScopeBooks;
import io.gpuledger.ledger.store.StoreNames;
import io.gpuledger.ledger.store.WindowPublisher;
import io.gpuledger.ledger.store.config.ConfigInForce;
import io.gpuledger.ledger.store.config.RuleStates;
import io.gpuledger.ledger.store.usage.OwnerUsage;
import io.gpuledger.ledger.store.usage.UsagePublisher;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
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
    private Rulebook rulebook;
    private Measuring measuring;
    private BuriedLetters letters;
    private KeyValueStore<String, Balance> balances;
    private RuleStates rules;
    private final Map<Scope, Burn> burnSaid = new HashMap<>();
    private long timestamp;

    BooksProcessor(Settings unlessTold) {
        this.unlessTold = unlessTold;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        burnSaid.clear();
        this.books = new ScopeBooks(context.getStateStore(StoreNames.BOOK_STEPS));
        this.clock = new LedgerClock(context.getStateStore(StoreNames.BOOK_TICKS));
        this.balances = context.getStateStore(StoreNames.BOOK_BALANCES);
        this.rules = new RuleStates(
                context.getStateStore(StoreNames.BOOK_RULES), context.getStateStore(StoreNames.BOOK_FIRING));
        this.config = new ConfigInForce(context.getStateStore(StoreNames.BOOK_CONFIG), unlessTold);
        this.windows = new WindowPublisher(
                context.getStateStore(StoreNames.BOOK_WINDOWS),
                context.getStateStore(StoreNames.BOOK_PUBLISHED),
                window -> say(window, Names.COSTS_SINK));
        this.usage = new UsagePublisher(
                context.getStateStore(StoreNames.BOOK_USAGE),
                context.getStateStore(StoreNames.BOOK_USAGE_FROM),
                entry -> say(entry, Names.USAGE_SINK));
        this.letters = new BuriedLetters(context.getStateStore(StoreNames.BOOK_LETTERS));
        useRulebook();
    }

    private void useRulebook() {
        this.rulebook = Rulebook.of(config.settings());
        this.measuring = new Measuring(books, clock, balances, rulebook.budgets());
    }

    @Override
    public void process(Record<String, Event> record) {
        timestamp = record.timestamp();
        switch (record.value()) {
            case Posting posting -> book(posting);
            case Tick tick -> tick(tick);
            case AccountObserved balance -> balance(balance);
            case Reconciled line -> say(line, Names.USAGE_SINK);
            case LettersBuried told -> letters.take(told);
            case ConfigEntry entry -> configured(entry);
            case null, default -> {}
        }
    }

    /** What a rule or a budget fired for ends where neither is any more. */
    private void configured(ConfigEntry entry) {
        if (config.take(entry)) {
            useRulebook();
            rules.withdraw(
                            rulebook.watch()::hasRule,
                            fires -> rulebook.watch().watches(fires, rulebook.budgets()),
                            clock.time())
                    .forEach(this::tell);
        }
    }

    private void book(Posting posting) {
        books.book(posting);
        if (posting.scope().kind() == Scope.Kind.OWNER) {
            windows.touched(posting.scope().name(), posting.at().toEpochMilli());
            if (posting.cell().component() != Component.OVERHEAD) {
                usage.touched(posting.scope().name(), posting.at().toEpochMilli());
            }
        }
    }

    private void tick(Tick tick) {
        if (!clock.advances(tick)) {
            return;
        }
        long now = clock.time();
        Set<Scope> scopes = new HashSet<>(books.scopes());
        if (isHome(Scope.account(tick.account()), tick.partitions())) {
            scopes.add(Scope.account(tick.account()));
        }
        for (Scope scope : scopes) {
            sayBurn(measuring.burn(scope, now));
            rulebook.watch().judge(measuring.of(scope, now), false, rules, this::tell);
            if (scope.kind() == Scope.Kind.OWNER) {
                windows.publish(scope.name(), books.of(scope), now);
            }
        }
        usage.publish(
                new UsagePublisher.Now(now, context.taskId().partition(), tick.partitions()),
                owner -> new OwnerUsage(books.bookOf(Scope.owner(owner))));
    }

    /** Of two observations of a balance the later is true; only news is judged. */
    private void balance(AccountObserved seen) {
        Balance known = balances.get(seen.account().toString());
        Balance now = Balance.after(known, seen);
        if (now.equals(known)) {
            return;
        }
        balances.put(seen.account().toString(), now);
        Scope scope = Scope.account(seen.account());
        rulebook.watch().judge(measuring.of(scope, seen.at().toEpochMilli()), true, rules, this::tell);
    }

    private void sayBurn(Burn burn) {
        Burn said = burnSaid.get(burn.scope());
        if (said == null
                || !said.now().equals(burn.now())
                || !said.means().equals(burn.means())
                || !said.multiples().equals(burn.multiples())) {
            burnSaid.put(burn.scope(), burn);
            say(burn, Names.BURN_SINK);
        }
    }

    private void tell(Crossing crossing) {
        rules.told(crossing);
        say(crossing, Names.CROSSINGS_SINK);
    }

    private void say(Event event, String sink) {
        context.forward(new Record<>(event.key(), event, timestamp), sink);
    }

    /** Whether a scope's books are in this partition: the one Kafka's own partitioner sends its key to. */
    private boolean isHome(Scope scope, int partitions) {
        int home = Utils.toPositive(Utils.murmur2(scope.key().getBytes(UTF_8))) % partitions;
        return home == context.taskId().partition();
    }
}
