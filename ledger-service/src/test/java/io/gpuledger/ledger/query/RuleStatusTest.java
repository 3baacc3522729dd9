package io.gpuledger.ledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.query.rules.RuleFilter;
import io.gpuledger.ledger.query.rules.RuleQuestions;
import io.gpuledger.ledger.query.rules.RuleStatus;
import io.gpuledger.ledger.watch.RuleState;
import io.gpuledger.ledger.watch.Subject;
import io.gpuledger.ledger.watch.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleStatusTest {

    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant NOW = START.plus(Duration.ofHours(300));
    private static final Scope RESEARCH = Scope.owner("research");

    private static final Set<RuleState.Status> ALL = EnumSet.allOf(RuleState.Status.class);

    private final Shelf shelf = new Shelf(List.of(Written.step("research", START, "1")));

    private List<RuleStatus> rows(Set<RuleState.Status> statuses) throws ConfigFile.Refused {
        LedgerFile file = ConfigFile.parse("test", """
                budgets: [{name: month, owner: research, amount: 500, thresholds: [{percent: 50}]}]
                rules:
                  - {name: half, metric: budget_percent, above: 90, severity: ticket}
                  - {name: storage, metric: stopped_storage, above: 1, severity: ticket}
                  - {name: letters, metric: dead_letters, above: 1, severity: ticket}
                """);
        Budgets budgets = new Budgets(file.budgets());
        Watch watch = new Watch(Objects.requireNonNull(file.rules()), budgets);
        shelf.at(NOW);
        return new RuleQuestions(shelf, () -> new RuleQuestions.InForce(watch, budgets))
                .standing(new RuleFilter(null, null, statuses, 0, 10))
                .rows();
    }

    @Test
    void whatFiresComesFirstAndWhatIsOkHasItsValueToo() throws ConfigFile.Refused {
        Subject month = new Subject(RESEARCH, null, "month");
        RuleState firing =
                new RuleState(RuleState.Status.FIRING, START.plusSeconds(60).toEpochMilli(), null);
        shelf.remembers(new Watch.Key("budget-50-percent-spent", month), firing);

        List<RuleStatus> rows = rows(ALL);

        assertThat(rows).extracting(RuleStatus::rule).containsExactly("budget-50-percent-spent", "half", "letters");
        assertThat(rows.getFirst()).satisfies(row -> {
            assertThat(row.status()).isEqualTo(RuleState.Status.FIRING);
            assertThat(row.since()).isEqualTo(START.plusSeconds(60));
            assertThat(row.budget()).isEqualTo("month");
            assertThat(row.values().getFirst()).isEqualByComparingTo("60");
            assertThat(row.above()).isEqualByComparingTo("50");
        });
        assertThat(rows.get(1).status()).isEqualTo(RuleState.Status.OK);
        assertThat(rows.get(1).since()).isNull();
        assertThat(rows.get(2).values()).as("not known is not zero").isEmpty();
    }

    @Test
    void aPodThatIsPendingIsListedThoughItIsNotReadHere() throws ConfigFile.Refused {
        Subject disk = new Subject(Scope.account(Written.ACCOUNT), "pod", null);
        shelf.remembers(
                new Watch.Key("storage", disk), new RuleState(RuleState.Status.PENDING, START.toEpochMilli(), null));

        assertThat(rows(Set.of(RuleState.Status.PENDING))).singleElement().satisfies(row -> {
            assertThat(row.resource()).isEqualTo("pod");
            assertThat(row.values()).isEmpty();
        });
    }

    @Test
    void aRuleThatIsNotThereIsRefused() {
        Budgets none = new Budgets(List.of());
        RuleQuestions questions =
                new RuleQuestions(shelf, () -> new RuleQuestions.InForce(new Watch(List.of(), none), none));

        assertThatThrownBy(() -> questions.standing(new RuleFilter("none", null, ALL, 0, 10)))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("rule is the name of no rule");
    }
}
