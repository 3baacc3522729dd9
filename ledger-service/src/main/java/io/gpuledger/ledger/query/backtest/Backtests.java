package io.gpuledger.ledger.query.backtest;

import io.gpuledger.common.config.AssumedPrice;
import io.gpuledger.common.config.Rule.Metric;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.query.ask.BooksOnHand;
import io.gpuledger.ledger.query.ask.Planning;
import io.gpuledger.ledger.query.backtest.then.Instants;
import io.gpuledger.ledger.query.backtest.then.PodLife;
import io.gpuledger.ledger.query.backtest.then.PodThen;
import io.gpuledger.ledger.query.backtest.then.Then;
import io.gpuledger.ledger.watch.past.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tries rules on what happened. */
public final class Backtests {

    /** A few seconds of judging: 5 scopes for 35 days, or 208 for one. */
    public static final long JUDGEMENTS_MAX = 300_000;

    /** Crossings in one answer. */
    public static final int CROSSINGS_MAX = 10_000;

    private static final Duration BURN = Duration.ofDays(3);

    private static final String SHORTENED =
            "what the rule reads is kept in full only from then on. It is kept until the"
                    + " horizon, or for " + Trace.KEPT.toDays()
                    + " days, from when this version first ran; of pods and of bills"
                    + " at most the last " + Trace.VERSIONS_MAX + " changes in a partition";

    private final BooksOnHand books;
    private final Supplier<Budgets> budgets;
    private final Supplier<List<AssumedPrice>> prices;

    /**
     * @param budgets those in force whenever it is asked
     * @param prices those assumed then
     */
    public Backtests(BooksOnHand books, Supplier<Budgets> budgets, Supplier<List<AssumedPrice>> prices) {
        this.books = books;
        this.budgets = budgets;
        this.prices = prices;
    }

    public BacktestAnswer answer(Backtest asked) {
        Budgets inForce = budgets.get();
        asked.rule().check(inForce.all());
        Instant now = books.ledgerTime();
        Instant until = now == null || asked.to().isBefore(now) ? asked.to() : now;
        InvalidValue.unless(asked.from().isBefore(until), "from", "must be before ledger time");
        Planning planning = Planning.of(inForce, asked.rule()::isFor);
        Kept kept = new Kept(books, asked, new SeriesQuestion(asked.rule(), until, planning, since(asked)));
        Instant from = begin(asked, kept, until);
        Instants instants = new Instants(from.toEpochMilli(), until.toEpochMilli(), kept.times());
        Replay replay = new Replay(asked.rule(), planning.inForce());
        int scopes = asked.rule().metric().subject() == Metric.Subject.POD
                ? pods(kept.pods(from), kept, instants, replay)
                : scopes(kept.thens(from), instants, replay);
        List<Crossing> crossings = replay.crossings().stream()
                .sorted(Comparator.comparing(Crossing::at).thenComparing(Crossing::key))
                .toList();
        List<Crossing> page = crossings.stream().limit(CROSSINGS_MAX).toList();
        return new BacktestAnswer(
                from,
                from.equals(asked.from()) ? null : SHORTENED,
                until,
                Math.max(scopes, kept.accounts()),
                replay.judgements(),
                crossings.stream().filter(Backtests::isFiring).count(),
                page,
                crossings.size() - page.size());
    }

    /** Rules that do not rest on the books want no more of them than the present burn, which goes into a crossing. */
    private static @Nullable Instant since(Backtest asked) {
        return Backtest.isOfTraces(asked.rule().metric()) ? asked.from().minus(BURN) : null;
    }

    private static boolean isFiring(Crossing crossing) {
        return crossing.state() == Crossing.State.FIRING;
    }

    /** Where what is asked for begins before what is kept, it begins with that. */
    private static Instant begin(Backtest asked, Kept kept, Instant until) {
        long from = Math.max(asked.from().toEpochMilli(), kept.completeFrom());
        InvalidValue.unless(
                from < until.toEpochMilli(), "to", "must be after " + Instant.ofEpochMilli(from) + ": " + SHORTENED);
        return Instant.ofEpochMilli(from);
    }

    private int pods(Map<Scope, List<PodLife>> pods, Kept kept, Instants instants, Replay replay) {
        pods.forEach((account, lives) -> {
            PodThen then = new PodThen(kept.series(account), prices.get());
            lives.forEach(life -> replay.judge(then, life, instants));
        });
        return pods.size();
    }

    private static int scopes(List<Then> thens, Instants instants, Replay replay) {
        List<long[]> when = thens.stream()
                .map(then -> instants.of(then.changes(), then.isStill() && !replay.waits()))
                .toList();
        long judgements = when.stream().mapToLong(each -> each.length).sum();
        InvalidValue.unless(
                judgements <= JUDGEMENTS_MAX,
                "to",
                "needs " + judgements + " judgements for " + thens.size() + " scopes, and " + JUDGEMENTS_MAX
                        + " are the most: shorten the range, or give the rule a scope");
        for (int i = 0; i < thens.size(); i++) {
            replay.judge(thens.get(i), when.get(i));
        }
        return thens.size();
    }
}
