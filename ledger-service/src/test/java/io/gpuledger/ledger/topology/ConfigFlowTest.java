package io.gpuledger.ledger.topology;

import static io.gpuledger.ledger.topology.Told.polled;
import static io.gpuledger.ledger.topology.Told.running;
import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.config.resource.Resource;
import io.gpuledger.common.config.resource.ResourceFile;
import io.gpuledger.common.event.ConfigCommand;
import io.gpuledger.common.event.ConfigCommand.Change;
import io.gpuledger.common.event.ConfigDecided;
import io.gpuledger.common.event.ConfigKind;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.ManagedBy;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a change of the configuration does to what is rated and judged. */
class ConfigFlowTest {

    private static final Instant T = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant HALF = T.plusSeconds(1800);
    private static final Instant HOUR = T.plusSeconds(3600);
    private static final Scope RESEARCH = Scope.owner("research");
    private static final Scope VISION = Scope.owner("vision");

    private static final String RULE =
            "rules: [{name: fast, metric: burn_multiple, windows: [1h], above: 2, severity: page}]\n";
    private static final String BUDGET = "budgets: [{name: b, owner: unattributed, amount: 24, period: day}]\n";

    @Test
    void whatTheFileSaysHoldsUntilSomethingElseIsTold() throws Exception {
        try (Ledger ledger = new Ledger(file("owners: [{owner: research, namePattern: \"pod-*\"}]"))) {
            ledger.told(running("pod-1", T, "1.00"), polled(T, 1), polled(HOUR, 0));

            assertThat(ledger.owners()).containsExactly("research");
        }
    }

    @Test
    void anOwnerRuleThatIsChangedRestatesThePastFromWhenItHolds() throws Exception {
        try (Ledger ledger = new Ledger(LedgerFile.EMPTY)) {
            ledger.told(running("pod-1", T, "1.00"), polled(T, 1), polled(HOUR, 0));
            ledger.told(put("c-1", 0L, "owners: [{owner: research, namePattern: \"pod-*\"}]"));
            long version = ledger.decisions().getFirst().version();

            ledger.told(put("c-2", version, """
                    owners:
                      - {owner: vision, namePattern: "pod-*", from: 2026-11-20T10:30:00Z}
                      - {owner: research, namePattern: "pod-*"}
                    """));

            assertThat(ledger.cost(RESEARCH, T, HALF)
                            .plus(ledger.cost(VISION, T, HALF))
                            .plus(ledger.cost(RESEARCH, HALF, HOUR))
                            .plus(ledger.cost(VISION, HALF, HOUR)))
                    .isEqualTo(Money.ofDollars("1.01"));
            assertThat(ledger.cost(Scope.owner("unattributed"), T, HOUR)).isEqualTo(Money.ZERO);
        }
    }

    @Test
    void whatIsAcceptedFromSomebodyWhoseClockIsAheadIsInForceInTheMeterToo() throws Exception {
        try (Ledger ledger = new Ledger(LedgerFile.EMPTY)) {
            Instant written = T.minusSeconds(3600);
            ledger.told(put("c-1", 0L, "owners: [{owner: research, namePattern: \"pod-*\"}]"), written);

            ledger.told(running("pod-1", T, "1.00"), polled(T, 1), polled(HOUR, 0));

            assertThat(ledger.decisions().getFirst().isAccepted()).isTrue();
            assertThat(ledger.owners()).containsExactly("research");
            assertThat(ledger.deadLetters()).isEmpty();
        }
    }

    @Test
    void whatBelongsToOneCommandIsNeverInForceByHalves() throws Exception {
        try (Ledger ledger = new Ledger(file("owners: [{owner: research, namePattern: \"*\"}]"))) {
            ledger.told(running("pod-1", T, "1.00"), polled(T, 1));
            int before = ledger.postings().size();

            ledger.told(fromFile("start", "owners: [{owner: research, namePattern: \"*\"}]\n" + BUDGET));

            assertThat(before).isPositive();
            assertThat(ledger.postings()).isEmpty();
        }
    }

    @Test
    void aBudgetThatIsChangedChangesThePlanThatBurnIsStatedAgainst() throws Exception {
        try (Ledger ledger = new Ledger(LedgerFile.EMPTY)) {
            ledger.told(put("c-1", 0L, BUDGET)).told(running("pod-1", T, "1.00"), polled(T, 1));
            ledger.burns();

            ledger.told(put("c-2", null, BUDGET.replace("24", "48")))
                    .told(running("pod-1", HALF, "1.00"), polled(HALF, 1));

            assertThat(ledger.burns())
                    .anySatisfy(burn -> assertThat(String.valueOf(burn.plan())).isEqualTo("$2/h"));
        }
    }

    @Test
    void aRuleThatIsDeletedWhileItFiresIsCleared() throws Exception {
        try (Ledger ledger = firing()) {
            ledger.told(delete("c-2", ConfigKind.RULE, "fast"));

            assertThat(ledger.crossings()).singleElement().satisfies(crossing -> {
                assertThat(crossing.state()).isEqualTo(Crossing.State.RESOLVED);
                assertThat(crossing.rule()).isEqualTo("fast");
                assertThat(crossing.since()).isEqualTo(HOUR);
                assertThat(crossing.summary()).endsWith("the rule or the budget is no more");
            });
        }
    }

    @Test
    void aBudgetThatIsDeletedWhileItsRuleFiresClearsItToo() throws Exception {
        try (Ledger ledger = firing()) {
            ledger.told(delete("c-2", ConfigKind.BUDGET, "b"));

            assertThat(ledger.crossings()).extracting(Crossing::state).containsExactly(Crossing.State.RESOLVED);
        }
    }

    @Test
    void aRuleThatIsMadeAgainFiresAnew() throws Exception {
        try (Ledger ledger = firing()) {
            ledger.told(delete("c-2", ConfigKind.RULE, "fast")).told(put("c-3", 0L, RULE));
            ledger.crossings();

            ledger.told(running("pod-1", HOUR.plusSeconds(60), "9.00"), polled(HOUR.plusSeconds(60), 1));

            assertThat(ledger.crossings()).extracting(Crossing::state).containsExactly(Crossing.State.FIRING);
        }
    }

    @Test
    void anotherVersionThanExpectedIsRefusedAndChangesNothing() throws Exception {
        try (Ledger ledger = new Ledger(LedgerFile.EMPTY)) {
            ledger.told(put("c-1", 0L, BUDGET)).told(put("c-2", 0L, BUDGET.replace("24", "48")));

            ConfigDecided second = ledger.decisions().getLast();
            assertThat(second.isAccepted()).isFalse();
            assertThat(second.refusals()).singleElement().satisfies(refusal -> {
                assertThat(refusal.reason()).isEqualTo(ConfigDecided.Reason.VERSION);
                assertThat(refusal.version()).isEqualTo(1);
            });
        }
    }

    private static Ledger firing() throws Exception {
        Ledger ledger = new Ledger(LedgerFile.EMPTY);
        ledger.told(put("c-1", 0L, BUDGET + RULE));
        ledger.told(running("pod-1", T, "9.00"), polled(T, 1), running("pod-1", HOUR, "9.00"), polled(HOUR, 1));
        assertThat(ledger.crossings()).extracting(Crossing::state).containsExactly(Crossing.State.FIRING);
        return ledger;
    }

    private static LedgerFile file(String yaml) throws ConfigFile.Refused {
        return ConfigFile.parse("f", yaml + "\nrules: []\n");
    }

    private static ConfigCommand put(String id, @Nullable Long expected, String yaml) throws ConfigFile.Refused {
        return new ConfigCommand(id, T, "ada", ManagedBy.REST, false, changes(expected, yaml));
    }

    private static ConfigCommand fromFile(String id, String yaml) throws ConfigFile.Refused {
        return new ConfigCommand(id, T, "gpu-ledger.yaml", ManagedBy.FILE, true, changes(null, yaml));
    }

    private static List<Change> changes(@Nullable Long expected, String yaml) throws ConfigFile.Refused {
        return ResourceFile.resources(ConfigFile.parse("f", yaml)).stream()
                .map(resource -> change(resource, expected))
                .toList();
    }

    private static Change change(Resource resource, @Nullable Long expected) {
        Map<String, Object> form = resource.form();
        return new Change(resource.kind(), resource.name(), expected, form, null);
    }

    private static ConfigCommand delete(String id, ConfigKind kind, String name) {
        return new ConfigCommand(
                id, T, "ada", ManagedBy.REST, false, List.of(new Change(kind, name, null, null, null)));
    }
}
