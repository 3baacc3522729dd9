package io.gpuledger.alert.vigil;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.alert.alert.Beat;
import io.gpuledger.alert.alert.Hearsay;
import io.gpuledger.alert.desk.Plan;
import io.gpuledger.alert.group.Held;
import io.gpuledger.alert.routing.RoutingReader;
import io.gpuledger.alert.sink.Answer;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Delivery.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Several instances, one desk, virtual time. */
class VigilTest {

    private static final Instant START = Told.START;

    private final Map<String, Alert> desk = new TreeMap<>();
    private final List<Alert> said = new ArrayList<>();
    private final List<Crossing> beats = new ArrayList<>();
    private Plan plan = plan("pager");
    private Instant now = START;
    private final Vigil one = vigil();
    private final Vigil other = vigil();

    private static Plan plan(String receiver) {
        return RoutingReader.read("r", """
            route: {receiver: %1$s}
            receivers: [{name: %1$s, webhook_configs: [{url: 'http://h/'}]}]
            """.formatted(receiver), Path.of("")).plan();
    }

    private Vigil vigil() {
        VigilSettings settings = new VigilSettings(
                Duration.ofMinutes(15),
                Optional.empty(),
                VigilSettings.heartbeat(Optional.of("http://h/"), Optional.empty(), Duration.ofMinutes(1)));
        return new Vigil(settings, () -> plan, new Voice() {
            @Override
            public void say(Alert alert) {
                said.add(alert);
            }

            @Override
            public void say(Crossing crossing) {
                beats.add(crossing);
            }
        });
    }

    /** All look at the same moment, and only then the desk hears what they say. */
    private void lookAfter(int minutes, Vigil... all) {
        now = now.plus(Duration.ofMinutes(minutes));
        int before = said.size();
        for (Vigil each : all) {
            each.look(each.wantsAlerts(now) ? Optional.of(held()) : Optional.empty(), now);
        }
        said.subList(before, said.size())
                .forEach(alert ->
                        desk.merge(alert.fingerprint(), alert, (known, told) -> Hearsay.believed(known, told)));
    }

    private List<Held> held() {
        return desk.values().stream().map(alert -> new Held(alert, Set.of())).toList();
    }

    private void fails(Vigil... all) {
        for (Vigil each : all) {
            each.attempted(Told.to("pager", "n" + now, now), new Answer.Retry("HTTP 503", null), Duration.ZERO);
        }
    }

    private void delivered(String id) {
        one.learn(Told.outcome("pager", id, Outcome.DELIVERED, now));
        other.learn(Told.outcome("pager", id, Outcome.DELIVERED, now));
    }

    private List<Alert> firing() {
        return desk.values().stream().filter(alert -> !alert.isResolvedAt(now)).toList();
    }

    @Test
    void severalInstancesSayOneThing() {
        fails(one, other);
        lookAfter(15, one, other);

        assertThat(desk.values()).singleElement().satisfies(alert -> {
            assertThat(alert.labels())
                    .isEqualTo(Map.of(
                            "alertname", "receiver-failing",
                            "severity", "page",
                            "receiver", "pager",
                            "integration", "webhook"));
            assertThat(alert.startsAt()).isEqualTo(START);
            assertThat(alert.annotations().get("summary")).contains("pager", "HTTP 503");
        });
        lookAfter(1, one, other);
        assertThat(said).as("said once by each, and not again").hasSize(2);
    }

    @Test
    void oneThatDeliversNothingItselfDoesNotTakeItBack() {
        fails(one);
        lookAfter(15, one);
        lookAfter(1, other);
        lookAfter(1, vigil());

        assertThat(firing()).hasSize(1);
    }

    @Test
    void itEndsWhenSomethingIsTakenAgainAndBeginsAnewAfterThat() {
        String first = "n" + now;
        fails(one);
        lookAfter(15, one, other);
        delivered(first);
        lookAfter(1, other);
        assertThat(firing()).isEmpty();

        fails(one);
        lookAfter(14, one, other);
        assertThat(firing()).isEmpty();
        lookAfter(1, one, other);
        assertThat(firing()).hasSize(1);
        lookAfter(1, one, other);
        assertThat(firing())
                .as("the end of the one before does not end this one")
                .hasSize(1);
    }

    @Test
    void whoIsNotInTheFileAnyMoreFailsNobody() {
        fails(one);
        lookAfter(15, one);
        plan = plan("somebody");
        lookAfter(1, other);
        lookAfter(1, one);

        assertThat(firing()).isEmpty();
    }

    @Test
    void theAlertsAreAskedForWhileSomebodyFailsOrIsToldToAndElseOnceAMinute() {
        lookAfter(1, one);
        assertThat(one.wantsAlerts(now.plusSeconds(59))).isFalse();
        assertThat(one.wantsAlerts(now.plusSeconds(60))).isTrue();

        fails(one);
        lookAfter(15, one);
        assertThat(firing()).isNotEmpty();
        assertThat(one.wantsAlerts(now)).isTrue();

        plan = plan("somebody");
        lookAfter(1, one);
        assertThat(firing()).isEmpty();
        lookAfter(1, one);
        assertThat(one.wantsAlerts(now)).isFalse();
    }

    @Test
    void aHeartbeatIsWrittenOnItsScheduleThoughTheAlertsCannotBeAsked() {
        one.look(Optional.empty(), START);
        one.look(Optional.empty(), START.plusSeconds(59));
        one.look(Optional.empty(), START.plusSeconds(60));

        assertThat(beats).extracting(Crossing::at).containsExactly(START, START.plusSeconds(60));
        assertThat(beats).extracting(Crossing::rule).containsOnly(Beat.NAME);
    }
}
