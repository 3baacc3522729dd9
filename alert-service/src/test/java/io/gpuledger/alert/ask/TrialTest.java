package io.gpuledger.alert.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gpuledger.alert.alert.Fingerprint;
import io.gpuledger.alert.ask.Trial.Way;
import io.gpuledger.alert.desk.Stage;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Silence;
import io.gpuledger.common.event.Withheld.Kind;
import io.gpuledger.common.event.Withheld.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialTest {

    private static final String ROUTING = """
            route:
              receiver: tickets
              group_by: [owner]
              group_wait: 10s
              group_interval: 1m
              routes:
              - {receiver: pager, matchers: [severity = page], continue: true}
              - {receiver: chat, matchers: [severity = page], mute_time_intervals: [morning]}
            receivers:
            - {name: pager, webhook_configs: [{url: 'http://h/'}]}
            - {name: tickets, webhook_configs: [{url: 'http://h/'}]}
            - {name: chat}
            inhibit_rules:
            - {source_matchers: [severity = page], target_matchers: [severity = ticket], equal: [owner]}
            time_intervals:
            - {name: morning, time_intervals: [{times: [{start_time: '08:00', end_time: '09:00'}]}]}
            """;

    private static final Map<String, String> PAGE = Map.of("owner", "ml", "severity", "page");
    private static final Map<String, String> TICKET = Map.of("owner", "ml", "severity", "ticket");

    private final Stage stage = new Stage(ROUTING, false);

    private List<Way> ways(Map<String, String> labels) {
        Instant now = stage.now();
        Alert alert = new Alert(Fingerprint.of(labels), labels, Map.of(), now, now, null, false, null);
        return new Trial(Stage.plan(ROUTING), stage.remembered()).ways(alert, now);
    }

    @Test
    void saysWhoIsToldAndWhen() {
        assertThat(ways(TICKET)).singleElement().satisfies(way -> {
            assertThat(way.receiver()).isEqualTo("tickets");
            assertThat(way.integrations()).containsExactly("webhook/0");
            assertThat(way.groupKey()).isEqualTo("{}:{owner=\"ml\"}");
            assertThat(way.group()).isEqualTo(Trial.Standing.NEW);
            assertThat(way.lookAt()).isEqualTo(stage.now().plusSeconds(10));
            assertThat(way.told()).isTrue();
        });
    }

    @Test
    void saysThatItWouldJoinAGroupAtItsNextLook() {
        stage.fire(Map.of("owner", "ml", "severity", "ticket", "rule", "other"), stage.now(), null, false);
        stage.until(Stage.second(30));

        assertThat(ways(TICKET)).singleElement().satisfies(way -> {
            assertThat(way.group()).isEqualTo(Trial.Standing.THERE);
            assertThat(way.lookAt()).isEqualTo(Stage.second(70));
        });
    }

    @Test
    void namesEverythingThatKeepsItQuiet() {
        stage.fire(PAGE, stage.now(), null, false);
        stage.silence(
                "s1",
                List.of(new Silence.Condition("owner", "ml", false, true)),
                stage.now(),
                stage.now().plusSeconds(60));

        assertThat(ways(TICKET)).singleElement().satisfies(way -> {
            assertThat(way.told()).isFalse();
            assertThat(way.quiet())
                    .containsExactly(new Reason(Kind.INHIBITION, Fingerprint.of(PAGE)), new Reason(Kind.SILENCE, "s1"));
        });
    }

    @Test
    void followsEveryRouteAndNamesTheIntervalEvenWhereNobodyIsThere() {
        assertThat(ways(PAGE))
                .extracting(Way::receiver, Way::told)
                .containsExactly(tuple("pager", true), tuple("chat", false));
        assertThat(ways(PAGE).getLast().quiet()).containsExactly(new Reason(Kind.MUTE_TIME_INTERVAL, "morning"));
    }
}
