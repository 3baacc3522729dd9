package io.gpuledger.alert.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Notification.Status;
import io.gpuledger.common.event.Notification.Told;
import io.gpuledger.common.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes over the wire, as the receivers' makers describe it. */
class PayloadTest {

    private static final Instant SINCE = Instant.parse("2026-11-21T07:30:24Z");

    private SinkStage stage;

    @BeforeEach
    void start() throws IOException {
        stage = new SinkStage();
        stage.stub().answers(202, "");
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    private static Told told(String budget, Status status) {
        return new Told(
                status,
                "fp-" + budget,
                Map.of("alertname", "SpendBurnRate", "severity", "page", "budget", budget),
                Map.of("summary", budget + " burns 15.2x", "runbook_url", "https://runbooks.example/b"),
                SINCE,
                status == Status.RESOLVED ? SINCE.plusSeconds(60) : null,
                null);
    }

    private static Notification said(Status status, Told... alerts) {
        return new Notification(
                "n-1",
                "6bed",
                SINCE,
                "on.call",
                "webhook",
                0,
                "{}:{alertname=\"SpendBurnRate\"}",
                1,
                status,
                "first notification",
                Map.of("alertname", "SpendBurnRate"),
                Map.of("alertname", "SpendBurnRate", "severity", "page"),
                Map.of("runbook_url", "https://runbooks.example/b"),
                List.of(alerts),
                2,
                null);
    }

    @Test
    void isVersionFourForWebhooks() throws Exception {
        Answer answer = stage.sink(
                        "webhook", "url: 'URL/', max_alerts: 1, http_config: {authorization: {credentials: token-1}}")
                .send(said(Status.FIRING, told("ml", Status.FIRING), told("cv", Status.RESOLVED)));

        assertThat(answer).isEqualTo(new Answer.Delivered("HTTP 202"));
        Stub.Got call = stage.stub().last();
        assertThat(call.headers()).containsEntry("Idempotency-key", List.of("n-1"));
        assertThat(call.headers()).containsEntry("Authorization", List.of("Bearer token-1"));
        assertThat(call.headers()).containsEntry("Content-type", List.of("application/json"));
        assertThat(call.body()).isEqualTo(Json.mapper().readTree("""
                {"receiver": "on\\\\.call", "status": "firing",
                 "alerts": [{"status": "firing",
                   "labels": {"alertname": "SpendBurnRate", "budget": "ml", "severity": "page"},
                   "annotations": {"runbook_url": "https://runbooks.example/b", "summary": "ml burns 15.2x"},
                   "startsAt": "2026-11-21T07:30:24Z", "endsAt": "0001-01-01T00:00:00Z",
                   "generatorURL": "", "fingerprint": "fp-ml"}],
                 "notification_reason": "first notification",
                 "groupLabels": {"alertname": "SpendBurnRate"},
                 "commonLabels": {"alertname": "SpendBurnRate", "severity": "page"},
                 "commonAnnotations": {"runbook_url": "https://runbooks.example/b"},
                 "externalURL": "http://alerts.example", "version": "4",
                 "groupKey": "{}:{alertname=\\"SpendBurnRate\\"}", "truncatedAlerts": 3}
                """));
    }

    @Test
    void triggersAndResolvesOneIncidentOfPagerDuty(@TempDir Path folder) throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "0123456789abcdef0123456789abcdef\n");
        Sink sink = stage.sink(
                "pagerduty",
                "url: 'URL/', routing_key_file: '" + key
                        + "', component: budget, details: {team: '{{ .Status }}'}, links: [{href: 'https://x.example', text: Open}]");

        sink.send(said(Status.FIRING, told("ml", Status.FIRING), told("cv", Status.FIRING)));
        sink.send(said(Status.FIRING, told("ml", Status.FIRING))
                .asAcknowledgement(new Notification.Acknowledged("ann", SINCE, "on it")));
        sink.send(said(Status.RESOLVED, told("ml", Status.RESOLVED)));

        JsonNode trigger = stage.stub().calls().get(0).body();
        assertThat(trigger.path("event_action").asText()).isEqualTo("trigger");
        assertThat(trigger.path("routing_key").asText()).isEqualTo("0123456789abcdef0123456789abcdef");
        assertThat(trigger.at("/payload/summary").asText()).isEqualTo("ml burns 15.2x (and 1 more)");
        assertThat(trigger.at("/payload/severity").asText()).isEqualTo("critical");
        assertThat(trigger.at("/payload/timestamp").asText()).isEqualTo("2026-11-21T07:30:24Z");
        assertThat(trigger.at("/payload/component").asText()).isEqualTo("budget");
        assertThat(trigger.at("/payload/class").asText()).isEqualTo("SpendBurnRate");
        assertThat(trigger.at("/payload/custom_details/num_firing").asText()).isEqualTo("2");
        assertThat(trigger.at("/links/0/href").asText()).isEqualTo("https://runbooks.example/b");
        assertThat(trigger.at("/links/1/href").asText()).isEqualTo("https://x.example");
        assertThat(trigger.at("/payload/custom_details/team").asText()).isEqualTo("firing");
        JsonNode acknowledge = stage.stub().calls().get(1).body();
        assertThat(acknowledge.path("event_action").asText()).isEqualTo("acknowledge");
        assertThat(acknowledge.path("dedup_key")).isEqualTo(trigger.path("dedup_key"));
        assertThat(acknowledge.has("payload")).isFalse();
        JsonNode resolve = stage.stub().calls().get(2).body();
        assertThat(resolve.path("event_action").asText()).isEqualTo("resolve");
        assertThat(resolve.path("dedup_key")).isEqualTo(trigger.path("dedup_key"));
        assertThat(resolve.has("payload")).isFalse();
    }

    @Test
    void saysThatASecretCannotBeReadNow(@TempDir Path folder) {
        Sink sink = stage.sink("webhook", "url_file: '" + folder.resolve("gone") + "'");

        assertThatThrownBy(() -> sink.send(said(Status.FIRING, told("ml", Status.FIRING))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void speaksAsHttpConfigSays() throws Exception {
        stage.settings(
                        "webhook",
                        "url: 'URL/'",
                        "http_config: {basic_auth: {username: u, password: p}, http_headers: {X-A: {values: [b]}}}")
                .sink(stage.outside())
                .send(said(Status.FIRING, told("ml", Status.FIRING)));

        assertThat(stage.stub().last().header("Authorization")).isEqualTo("Basic dTpw");
        assertThat(stage.stub().last().header("X-a")).isEqualTo("b");
    }
}
