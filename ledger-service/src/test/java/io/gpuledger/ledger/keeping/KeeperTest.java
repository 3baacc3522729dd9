package io.gpuledger.ledger.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.ConfigChanged;
import io.gpuledger.common.event.ConfigCommand;
import io.gpuledger.common.event.ConfigCommand.Change;
import io.gpuledger.common.event.ConfigDecided;
import io.gpuledger.common.event.ConfigDecided.Reason;
import io.gpuledger.common.event.ConfigKind;
import io.gpuledger.common.event.ConfigSettled;
import io.gpuledger.common.event.ManagedBy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeeperTest {

    private static final Instant T = Instant.parse("2026-11-20T10:00:00Z");

    private final Memory shelf = new Memory();
    private final Keeper keeper = new Keeper(shelf);

    @Test
    void whatIsAcceptedIsToldWithTheEndOfItsCommandLast() {
        Verdict verdict = keeper.decide(rest(budget("a", 0L, 10), budget("b", 0L, 20)));

        assertThat(verdict.decided().isAccepted()).isTrue();
        assertThat(verdict.decided().changes()).allSatisfy(change -> {
            assertThat(change.before()).isNull();
            assertThat(change.after()).hasSize(16);
        });
        assertThat(verdict.told()).hasSize(3);
        assertThat(verdict.told().getLast()).isEqualTo(new ConfigSettled(1, T));
    }

    @Test
    void whatAnEarlierVersionKeptAndNoLongerCanBeUsedStandsInNobodysWayAndCanBeTakenAway() {
        Map<String, Object> form = Map.of("name", "old", "owner", " ", "amount", 1);
        shelf.keep(new ConfigChanged(ConfigKind.BUDGET, "old", 1, T, "ann", ManagedBy.REST, form));

        Verdict verdict = new Keeper(shelf)
                .decide(rest(budget("a", 0L, 10), new Change(ConfigKind.BUDGET, "old", 1L, null, null)));

        assertThat(verdict.decided().refusals()).isEmpty();
        assertThat(amounts()).isEqualTo(Map.of("a", 10));
    }

    @Test
    void aCommandIsDoneWholeOrNotAtAll() {
        keeper.decide(rest(budget("a", 0L, 10)));

        Verdict verdict = keeper.decide(rest(budget("b", 0L, 20), budget("a", 7L, 30), budget("c", 0L, -1)));

        assertThat(verdict.told()).isEmpty();
        assertThat(verdict.decided().refusals())
                .extracting(ConfigDecided.Refusal::reason)
                .containsExactly(Reason.VERSION, Reason.INVALID);
        assertThat(verdict.decided().refusals().getLast().detail()).isEqualTo("budget/c amount must be above zero");
        assertThat(amounts()).isEqualTo(Map.of("a", 10));
    }

    @Test
    void whatIsAlreadySoIsNotChangedAgain() {
        keeper.decide(rest(budget("a", 0L, 10)));

        assertThat(keeper.decide(rest(budget("a", 1L, 10))).told()).isEmpty();
    }

    @Test
    void aNameThatIsMadeAgainHasAVersionItNeverHad() {
        keeper.decide(rest(budget("a", 0L, 10)));
        keeper.decide(rest(new Change(ConfigKind.BUDGET, "a", 1L, null, null)));

        Verdict again = keeper.decide(rest(budget("a", 0L, 10)));

        assertThat(again.decided().version()).isEqualTo(3);
        assertThat(keeper.decide(rest(budget("a", 1L, 11))).decided().isAccepted())
                .isFalse();
    }

    @Test
    void whatTheFileNoLongerSaysIsDeletedAndWhatRestMadeIsLeftAlone() {
        keeper.decide(rest(budget("mine", 0L, 10)));
        keeper.decide(file(budget("a", null, 1), budget("b", null, 2)));

        keeper.decide(file(budget("b", null, 3)));

        assertThat(amounts()).isEqualTo(Map.of("mine", 10, "b", 3));
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        keeper.decide(file(budget("a", null, 1), shipped("quiet")));

        assertThat(keeper.decide(file(budget("a", null, 1), shipped("quiet"))).told())
                .isEmpty();
    }

    @Test
    void aNameThatFileAndRestBothWantIsRefusedAndBothAreNamed() {
        keeper.decide(rest(budget("a", 0L, 10)));

        ConfigDecided refused = keeper.decide(file(budget("a", null, 1))).decided();

        assertThat(refused.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.MANAGER);
            assertThat(refusal.detail()).contains("budget/a", "rest (ada)", "file (gpu-ledger.yaml)");
        });
    }

    @Test
    void whatTheFileManagesIsNotChangedOverRest() {
        keeper.decide(file(budget("a", null, 1)));

        assertThat(keeper.decide(rest(budget("a", 1L, 2))).decided().refusals())
                .extracting(ConfigDecided.Refusal::reason)
                .containsExactly(Reason.MANAGER);
        assertThat(keeper.decide(rest(new Change(ConfigKind.BUDGET, "a", 1L, null, null)))
                        .decided()
                        .isAccepted())
                .isFalse();
    }

    @Test
    void whatTheFileSaysJustAsRestDidIsTheFilesFromThenOn() {
        keeper.decide(rest(budget("a", 0L, 1)));

        assertThat(keeper.decide(file(budget("a", null, 1))).decided().isAccepted())
                .isTrue();
        assertThat(kept("budget/a").manager()).isEqualTo(ManagedBy.FILE);
    }

    @Test
    void aShippedRuleThatWasDeletedOverRestStaysDeletedAtTheNextStart() {
        keeper.decide(file(shipped("quiet")));
        keeper.decide(rest(new Change(ConfigKind.RULE, "quiet", 1L, null, null)));

        keeper.decide(file(shipped("quiet")));

        assertThat(kept("rule/quiet").isDeleted()).isTrue();
    }

    @Test
    void shippedRulesGoWhenTheFileHasItsOwn() {
        keeper.decide(file(shipped("quiet"), shipped("loud")));

        keeper.decide(file(rule("loud", 5, false)));

        assertThat(kept("rule/quiet").isDeleted()).isTrue();
        assertThat(kept("rule/loud").manager()).isEqualTo(ManagedBy.FILE);
    }

    @Test
    void aKeeperThatBeganAnewGoesOnWithTheVersions() {
        keeper.decide(rest(budget("a", 0L, 10)));

        Verdict next = new Keeper(shelf).decide(rest(budget("b", 0L, 20)));

        assertThat(next.decided().version()).isEqualTo(2);
    }

    /** Each writer adds one to what it read; an update that is lost would leave the sum short. */
    @Property(tries = 200)
    void ofTwoWritersInAnyInterleavingNoUpdateIsLost(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 5) Integer> turns) {
        Memory memory = new Memory();
        Keeper one = new Keeper(memory);
        one.decide(rest(budget("a", 0L, 1)));
        Map<Integer, ConfigChanged> read = new HashMap<>();
        int accepted = 0;
        for (int turn : turns) {
            int writer = turn % 2;
            if (turn < 2 || !read.containsKey(writer)) {
                read.put(writer, memory.all.get("budget/a"));
            } else {
                ConfigChanged known = read.get(writer);
                Verdict verdict = one.decide(
                        rest(budget("a", known.version(), amount(known).intValueExact() + 1)));
                accepted += verdict.decided().isAccepted() ? 1 : 0;
            }
        }
        assertThat(amount(memory.all.get("budget/a")).intValueExact()).isEqualTo(1 + accepted);
    }

    private Map<String, Integer> amounts() {
        Map<String, Integer> amounts = new HashMap<>();
        shelf.all.values().stream()
                .filter(kept -> !kept.isDeleted())
                .forEach(kept -> amounts.put(kept.name(), amount(kept).intValueExact()));
        return amounts;
    }

    private ConfigChanged kept(String key) {
        ConfigChanged kept = shelf.of(key);
        if (kept == null) {
            throw new AssertionError("nothing is kept as " + key);
        }
        return kept;
    }

    private static BigDecimal amount(@Nullable ConfigChanged kept) {
        return kept == null || kept.value() == null
                ? BigDecimal.ZERO
                : new BigDecimal(String.valueOf(kept.value().get("amount")));
    }

    private static Change budget(String name, @Nullable Long expected, int amount) {
        return new Change(ConfigKind.BUDGET, name, expected, Map.of("owner", name, "amount", amount), null);
    }

    private static Change shipped(String name) {
        return rule(name, 4, true);
    }

    private static Change rule(String name, int below, boolean shipped) {
        Map<String, Object> form = Map.of("metric", "balance", "below", below, "severity", "page");
        return new Change(ConfigKind.RULE, name, null, form, shipped);
    }

    private static ConfigCommand rest(Change... changes) {
        return new ConfigCommand("c", T, "ada", ManagedBy.REST, false, List.of(changes));
    }

    private static ConfigCommand file(Change... changes) {
        return new ConfigCommand("f", T, "gpu-ledger.yaml", ManagedBy.FILE, true, List.of(changes));
    }

    private static final class Memory implements Shelf {

        private final Map<String, ConfigChanged> all = new TreeMap<>();

        @Override
        public @Nullable ConfigChanged of(String key) {
            return all.get(key);
        }

        @Override
        public Collection<ConfigChanged> all() {
            return all.values();
        }

        @Override
        public void keep(ConfigChanged resource) {
            all.put(resource.key(), resource);
        }
    }
}
