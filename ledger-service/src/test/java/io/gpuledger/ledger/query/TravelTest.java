package io.gpuledger.ledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gpuledger.common.config.Budget;
import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.config.PlannedWindow;
import io.gpuledger.common.config.Rule;
import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.LettersBuried;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.Severity;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.common.wire.Json;
import io.gpuledger.ledger.burn.Balance;
import io.gpuledger.ledger.query.ask.BooksOnHand;
import io.gpuledger.ledger.query.ask.PartitionQuestion;
import io.gpuledger.ledger.query.ask.Planning;
import io.gpuledger.ledger.query.ask.RecordQuestion;
import io.gpuledger.ledger.query.backtest.LinesQuestion;
import io.gpuledger.ledger.query.backtest.PodsQuestion;
import io.gpuledger.ledger.query.backtest.SeriesQuestion;
import io.gpuledger.ledger.query.backtest.TracesQuestion;
import io.gpuledger.ledger.query.budgets.BudgetsQuestion;
import io.gpuledger.ledger.query.burn.AccountsQuestion;
import io.gpuledger.ledger.query.burn.BurnQuestion;
import io.gpuledger.ledger.query.cost.CostQuestion;
import io.gpuledger.ledger.query.cost.Dimension;
import io.gpuledger.ledger.query.cost.Page;
import io.gpuledger.ledger.query.cost.Windows;
import io.gpuledger.ledger.query.explain.ExplainQuestion;
import io.gpuledger.ledger.query.rules.RulesQuestion;
import io.gpuledger.ledger.watch.past.PollRun;
import io.gpuledger.ledger.watch.past.Trace;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Questions and partial answers go from one instance to another as JSON, and arrive as they were. */
class TravelTest {

    private static final JsonMapper JSON = Json.mapper();

    private static final CostQuestion COSTS = new CostQuestion(
            Written.START,
            Written.START.plus(Duration.ofDays(20)),
            List.of(Dimension.OWNER, Dimension.POD),
            Map.of(Dimension.OWNER, "research"),
            new Windows(Windows.Length.of("1d"), ZoneId.of("Europe/Berlin")),
            Written.START.plus(Duration.ofDays(40)));

    private static final Instant AT = Written.START.plus(Duration.ofDays(45));

    private static final Planning PLANNING = new Planning(
            List.of(budget(), once()),
            List.of(new PlannedWindow(
                    "training",
                    "owner/research",
                    Written.START,
                    Written.START.plus(Duration.ofDays(60)),
                    null,
                    new BigDecimal("2.5"),
                    null)));

    private static final BooksOnHand.Known ACCOUNT = new BooksOnHand.Known(
            Written.ACCOUNT,
            AT,
            2,
            new Balance(new AccountObserved(Written.ACCOUNT, AT, Money.ofDollars("12.34"), null, null), AT),
            AT);

    private static final List<Rule> RULES = rules();

    private static List<Rule> rules() {
        try {
            return Objects.requireNonNull(ConfigFile.parse("test", """
                    rules:
                      - {name: fast, metric: burn_multiple, windows: [1h, 5m], above: 4, for: 90s, severity: page}
                      - {name: gone, metric: budget_hours, below: 24, clear: 26, severity: page, labels: {a: b}}
                      - {name: late, metric: forecast_percent, above: 100, severity: ticket}
                      - {name: unusual, metric: burn_of_expected, windows: [3d], above: 1.5, severity: ticket}
                    """).rules());
        } catch (ConfigFile.Refused e) {
            throw new IllegalStateException(e);
        }
    }

    private static final List<PartitionQuestion<?>> QUESTIONS = List.of(
            COSTS,
            new ExplainQuestion(COSTS, Page.FIRST),
            new BurnQuestion(Scope.Kind.OWNER, AT, PLANNING),
            new AccountsQuestion(List.of(ACCOUNT)),
            new BudgetsQuestion(AT, PLANNING),
            new RulesQuestion(AT, RULES, PLANNING, List.of(ACCOUNT), null),
            new SeriesQuestion(RULES.get(3), AT, PLANNING, null));

    private static final List<RecordQuestion<?, ?>> OF_RECORDS = List.of(
            new PodsQuestion(RULES.get(3), Written.START, AT),
            new LinesQuestion(RULES.get(3), Written.START, AT),
            new TracesQuestion(Written.START, AT));

    private static final Object[] RECORDS = {
        Trace.of(new PollRun(
                Written.ACCOUNT, Written.START, Written.START.plusSeconds(60), 0, Written.START.plusSeconds(60))),
        Trace.of(PollRun.of(Written.ACCOUNT, Written.START.plusSeconds(120), 1, null)),
        Trace.of(new LettersBuried(Written.START, Written.START, 3)),
        Trace.of(new Trace.Complete(Trace.Matter.PODS, Written.START))
    };

    @Test
    void whatIsAskedOfRecordsArrivesToo() throws IOException {
        for (RecordQuestion<?, ?> question : OF_RECORDS) {
            RecordQuestion<?, ?> arrived = travelled(question, JSON.constructType(question.getClass()));
            JavaType part = JSON.constructType(question.getClass())
                    .findSuperType(RecordQuestion.class)
                    .containedType(1);
            assertThat(arrived).isEqualTo(question);
            for (Object answer : new Shelf(List.of()).keeps(RECORDS).ask(arrived)) {
                assertThat(TravelTest.<Object>travelled(answer, part)).isEqualTo(answer);
            }
        }
    }

    private static Budget budget() {
        return new Budget(
                "month",
                "research",
                null,
                null,
                null,
                null,
                new BigDecimal("720.50"),
                Budget.Period.MONTH,
                null,
                null,
                ZoneId.of("Europe/Berlin"),
                List.of(new Budget.Threshold(BigDecimal.valueOf(80), Budget.Basis.FORECAST, Severity.PAGE)),
                HourlyRate.ofDollars("100"));
    }

    private static Budget once() {
        return new Budget(
                "once",
                null,
                null,
                null,
                null,
                true,
                BigDecimal.TEN,
                Budget.Period.ONCE,
                Written.START,
                AT,
                null,
                List.of(),
                null);
    }

    @Property(tries = 40)
    void whatIsAskedAndAnsweredArrivesAsItWas(@ForAll @IntRange(max = 1_000_000) int seed) throws IOException {
        Shelf shelf = new Shelf(new Written(new Random(seed)).postings(12));

        for (PartitionQuestion<?> question : QUESTIONS) {
            PartitionQuestion<?> arrived = travelled(question, JSON.constructType(question.getClass()));
            JavaType part = JSON.constructType(question.getClass())
                    .findSuperType(PartitionQuestion.class)
                    .containedType(0);
            assertThat(arrived).isEqualTo(question);
            for (Object answer : shelf.ask(arrived)) {
                assertThat(TravelTest.<Object>travelled(answer, part)).isEqualTo(answer);
            }
        }
    }

    private static <T> T travelled(T value, JavaType type) throws IOException {
        return JSON.readerFor(type).readValue(JSON.writeValueAsBytes(value));
    }
}
