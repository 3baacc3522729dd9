package io.gpuledger.alert.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.AuditEntry;
import io.gpuledger.common.event.AuditEntry.Action;
import io.gpuledger.common.event.AuditEntry.Outcome;
import io.gpuledger.common.event.Silence;
import io.gpuledger.common.event.Via;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who changed what is decided where it is changed. */
class AuditOfTheDeskTest {

    private static final String ROUTING = """
            route: {receiver: d, group_by: [owner], group_wait: 1s, group_interval: 1s, repeat_interval: 1h}
            receivers: [{name: d, webhook_configs: [{url: 'http://h/'}]}]
            """;
    private static final Map<String, String> LABELS = Map.of("alertname", "burn", "owner", "ml");

    private final Stage stage = new Stage(ROUTING, true);

    private AuditEntry last() {
        return stage.audit().getLast();
    }

    @Test
    void hasEveryChangeOfASilenceWithWhatWasBefore() {
        stage.silence(
                "s1", List.of(new Silence.Condition("owner", "ml", false, true)), Stage.second(0), Stage.second(60));
        assertThat(last().action()).isEqualTo(Action.SILENCE_CREATE);
        assertThat(last().by()).isEqualTo("somebody");
        assertThat(last().before()).isNull();

        stage.until(Stage.second(5));
        stage.resilence(
                "s1",
                "s2",
                List.of(new Silence.Condition("owner", "ml", false, true)),
                Stage.second(0),
                Stage.second(90));
        assertThat(last().action()).isEqualTo(Action.SILENCE_UPDATE);
        assertThat(last().before()).containsEntry("endsAt", Stage.second(60).toString());
        assertThat(last().after()).containsEntry("endsAt", Stage.second(90).toString());

        stage.until(Stage.second(7));
        stage.unsilence("s1");
        assertThat(last().action()).isEqualTo(Action.SILENCE_EXPIRE);
        assertThat(last().by()).isEqualTo("unknown");
        assertThat(stage.audit()).extracting(AuditEntry::entry).doesNotHaveDuplicates();
    }

    @Test
    void hasEveryWishForAnAckAndWhatCameOfIt() {
        stage.fire(LABELS, stage.now(), null, false);
        stage.until(Stage.second(2));
        String group = stage.group("d", Map.of("owner", "ml"));
        stage.acknowledge("ann", group, Via.CLI, null);
        assertThat(last())
                .returns("ann", AuditEntry::by)
                .returns(Via.CLI, AuditEntry::via)
                .returns(Outcome.DONE, AuditEntry::outcome);
        assertThat(last().after()).containsEntry("groupKey", "{}:{owner=\"ml\"}");

        stage.until(Stage.second(3));
        stage.acknowledge("ann", "none", Via.REST, null);
        assertThat(last().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(last().reason()).isEqualTo("nothing of the group fires");

        stage.fire(LABELS, Stage.START, stage.now(), false);
        stage.until(Stage.second(6));
        assertThat(last()).returns(Action.ACK_END, AuditEntry::action).returns(Via.SERVICE, AuditEntry::via);
    }

    @Test
    void hasARoutingThatChangedOnce() {
        Shelves shelves = stage.shelves();
        Desk changed = new Desk(Stage.plan(ROUTING + "# changed\n"), shelves, stage.now());
        assertThat(changed.begun()).hasValueSatisfying(entry -> {
            assertThat(entry.action()).isEqualTo(Action.ROUTING_RELOAD);
            assertThat(entry.before()).isNotEqualTo(entry.after());
        });
        assertThat(changed.begun()).isEmpty();
        assertThat(new Desk(Stage.plan(ROUTING + "# changed\n"), shelves, stage.now()).begun())
                .isEmpty();
    }

    @Test
    void namesWhoHadTheRoutingReadAgain() {
        Plan again = Stage.plan(ROUTING).wished("another", new Plan.Wish("alice@example"));
        Plan byNobodyKnown = Stage.plan(ROUTING).wished("yet another", new Plan.Wish(null));

        assertThat(new Desk(again, stage.shelves(), stage.now()).begun()).hasValueSatisfying(entry -> {
            assertThat(entry.by()).isEqualTo("alice@example");
            assertThat(entry.via()).isEqualTo(Via.REST);
            assertThat(entry.after()).isEqualTo(Map.of("version", "another"));
        });
        assertThat(new Desk(byNobodyKnown, stage.shelves(), stage.now()).begun())
                .hasValueSatisfying(entry -> assertThat(entry.by()).isEqualTo("unknown"));
    }
}
