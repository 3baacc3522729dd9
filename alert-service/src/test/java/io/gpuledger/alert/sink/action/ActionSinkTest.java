package io.gpuledger.alert.sink.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.alert.routing.InvalidRouting;
import io.gpuledger.alert.routing.RoutingFile;
import io.gpuledger.alert.routing.RoutingReader;
import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.HttpCaller;
import io.gpuledger.alert.sink.MemoryReceipts;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.net.TargetGuard;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Notification.Status;
import io.gpuledger.common.event.Notification.Told;
import io.gpuledger.common.event.action.ActionOrder.Verb;
import io.gpuledger.common.event.action.ActionTold;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionSinkTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final String PODS =
            "[{\"id\":\"p1\",\"account\":\"runpod/main\",\"name\":\"sweep-1\",\"cost_usd\":4.10,\"share\":0.9},"
                    + "{\"id\":\"runpod/main/p2\",\"name\":\"web-1\",\"cost_usd\":0.10,\"share\":0.1}]";

    private final List<ActionTold> asked = new ArrayList<>();

    private static RoutingFile routing(String config) {
        return RoutingReader.read(
                "routing.yml",
                "route: {receiver: stopper}\nreceivers:\n- name: stopper\n  action_configs:\n  - {" + config + "}\n",
                Path.of(""));
    }

    private Answer send(String config, Told... alerts) throws Exception {
        var settings = Objects.requireNonNull(
                routing(config).sinks().get(RoutingFile.sinkKey("stopper", "action", 0)), "no sink");
        TargetGuard guard = new TargetGuard(true);
        InstantSource clock = InstantSource.fixed(NOW);
        try (HttpCaller http = new HttpCaller(guard, clock, "test")) {
            return settings.sink(new Outside(
                            http,
                            guard,
                            new MemoryReceipts(),
                            asked::add,
                            "http://a.example",
                            "http://a.example",
                            clock))
                    .send(said(alerts));
        }
    }

    private static Notification said(Told... alerts) {
        return new Notification(
                "n1",
                "d1",
                NOW,
                "stopper",
                "action",
                0,
                "{}:{}",
                1,
                Status.FIRING,
                "new alert",
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(alerts),
                0,
                null);
    }

    private static Told firing(String fingerprint, Map<String, String> labels, Map<String, String> notes) {
        return new Told(Status.FIRING, fingerprint, labels, notes, NOW, null, null);
    }

    private static ActionTold.Terms terms(ActionTold told) {
        return Objects.requireNonNull(told.terms(), "a request has its terms");
    }

    private List<String> targets() {
        return asked.stream().map(told -> told.order().subject()).toList();
    }

    @Test
    void isADryRunUnlessTheFileSaysOtherwise() throws Exception {
        send("action: stop_pod", firing("f1", Map.of("pod", "runpod/main/p1", "severity", "ticket"), Map.of()));

        assertThat(asked).singleElement().satisfies(told -> {
            assertThat(told.order().dryRun()).isTrue();
            assertThat(told.order().verb()).isEqualTo(Verb.STOP_POD);
            assertThat(terms(told).severity()).isEqualTo("ticket");
            assertThat(terms(told).dueAt()).isEqualTo(NOW);
        });
    }

    @Test
    void theSameNotificationAsksUnderTheSameIds() throws Exception {
        Told alert = firing("f1", Map.of("alertname", "burn"), Map.of("pods_json", PODS));
        send("action: stop_pod", alert);
        send("action: stop_pod", alert);

        assertThat(asked)
                .hasSize(4)
                .extracting(ActionTold::action)
                .containsSubsequence(
                        asked.get(0).action(),
                        asked.get(1).action(),
                        asked.get(0).action(),
                        asked.get(1).action());
        assertThat(asked.get(0).action()).isNotEqualTo(asked.get(1).action());
    }

    @Test
    void thePodOfTheLabelComesBeforeThoseMostResponsible() throws Exception {
        send(
                "action: stop_pod",
                firing("f1", Map.of("pod", "p9", "account", "runpod/main"), Map.of("pods_json", PODS)));

        assertThat(targets()).containsExactly("runpod/main/p9");
    }

    @Test
    void thoseMostResponsibleAreAskedForDearestFirstAndTheExemptIsMarked() throws Exception {
        send(
                "action: stop_pod, dry_run: false, delay: 15m, approval: required, exempt: {names: ['web-*']}",
                firing("f1", Map.of("alertname", "burn"), Map.of("pods_json", PODS)));

        assertThat(targets()).containsExactly("runpod/main/p1", "runpod/main/p2");
        assertThat(terms(asked.getFirst()).exempt()).isNull();
        assertThat(terms(asked.getFirst()).dueAt()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
        assertThat(terms(asked.getFirst()).approval()).isTrue();
        assertThat(terms(asked.getLast()).exempt()).isEqualTo("names like web-* are exempt");
    }

    @Test
    void aLabelOfTheAlertExempts() throws Exception {
        send(
                "action: terminate_pod, exempt: {labels: {team: vision}, pods: [p7]}",
                firing("f1", Map.of("pod", "runpod/main/p1", "team", "vision"), Map.of()),
                firing("f2", Map.of("pod", "runpod/main/p7"), Map.of()));

        assertThat(asked)
                .extracting(told -> terms(told).exempt())
                .containsExactly("team=vision is exempt", "the pod p7 is exempt");
    }

    @Test
    void allPodsOfTheAccountOrOfTheOwnerAreOneRequest() throws Exception {
        Told account = firing("f1", Map.of("account", "runpod/main"), Map.of("pods_json", PODS));
        send("action: stop_pod, pods: account", account, account);
        send(
                "action: stop_pod, pods: owner, accounts: [runpod/main, runpod/lab]",
                firing("f2", Map.of("owner", "interns"), Map.of()));

        assertThat(targets())
                .containsExactly(
                        "every pod of runpod/main",
                        "every pod of interns in runpod/main",
                        "every pod of interns in runpod/lab");
    }

    @Test
    void anEndpointIsTheOneOfTheFileOrOfTheLabel() throws Exception {
        send(
                "action: scale_endpoint_to_zero, endpoints: [e1], accounts: [runpod/main]",
                firing("f1", Map.of("alertname", "burn"), Map.of()));
        send(
                "action: scale_endpoint_to_zero",
                firing("f1", Map.of("endpoint", "e2", "account", "runpod/lab"), Map.of()));

        assertThat(targets()).containsExactly("runpod/main/e1", "runpod/lab/e2");
    }

    @Test
    void neverAnswersAlertsOfActions() throws Exception {
        Answer answer = send(
                "action: stop_pod",
                firing("f1", Map.of("alertname", "action-failed", "pod", "runpod/main/p1"), Map.of()));

        assertThat(answer).isInstanceOf(Answer.Delivered.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void whatCannotBeAnIdIsNoPod() throws Exception {
        Answer answer = send(
                "action: stop_pod",
                firing("f1", Map.of("pod", "../../v2/pods/p1", "account", "runpod/main"), Map.of()),
                firing("f2", Map.of("pod", "runpod/main/a b"), Map.of("pods_json", "{not json")));

        assertThat(answer).isEqualTo(new Answer.Delivered("nothing is asked for: the alerts name nothing to stop"));
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "action: stop_pod; stop",
                "action: terminate_pod, pods: account; terminate",
                "action: stop_pod, pods: owner, accounts: [runpod/main]; stop",
                "action: scale_endpoint_to_zero; scale to zero"
            })
    void anAlertThatNamesNothingIsNoFailureOfTheReceiver(String config, String doing) throws Exception {
        Answer answer = send(config, firing("f1", Map.of("alertname", "balance-low"), Map.of()));

        assertThat(answer).isEqualTo(new Answer.Delivered("nothing is asked for: the alerts name nothing to " + doing));
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "action: restart_pod; action must be one of stop_pod, terminate_pod, scale_endpoint_to_zero",
                "dry_run: true; action must be one of stop_pod, terminate_pod, scale_endpoint_to_zero",
                "action: stop_pod, pods: some; pods must be named, account or owner",
                "action: stop_pod, pods: owner; accounts must name where pods of an owner are looked for",
                "action: stop_pod, dry_run: maybe; dry_run must be true or false",
                "action: stop_pod, approval: yes; approval must be required or none",
                "action: stop_pod, pods_max: 0; pods_max must be from 1 to 1000",
                "action: stop_pod, delay: 8d; delay must be at most 7d",
                "action: stop_pod, endpoints: [e1]; endpoints goes with scale_endpoint_to_zero only",
                "action: scale_endpoint_to_zero, endpoints: [e1]; accounts must name the one account of the endpoints",
                "action: stop_pod, accounts: [main]; accounts must be written as provider/name",
                "action: stop_pod, force: true; field force not found",
                "action: stop_pod, exempt: {pod: [a]}; field pod not found",
                "action: stop_pod, exempt: {names: ['']}; names must not be blank",
            })
    void refusesWhatMeansNothingWithItsLineAndPath(String config, String rule) {
        assertThatThrownBy(() -> routing(config))
                .isInstanceOf(InvalidRouting.class)
                .hasMessageStartingWith("routing.yml:5: receivers[0].action_configs[0]")
                .hasMessageEndingWith(rule);
    }
}
