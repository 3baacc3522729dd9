package io.gpuledger.alert.sink.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.alert.routing.InvalidRouting;
import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.MemoryReceipts;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.sink.SinkStage;
import io.gpuledger.alert.sink.Stub;
import io.gpuledger.alert.wording.Saying;
import io.gpuledger.common.event.Notification.Status;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackSinkTest {

    private static final String BOT =
            "app_token: t, app_url: 'URL/api/chat.postMessage', channel: '#c', update_message: true";

    private SinkStage stage;

    @BeforeEach
    void start() throws IOException {
        stage = new SinkStage();
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void postsWhatTheRoutingFileSays() throws Exception {
        stage.stub().answers(200, "ok");

        Answer answer = stage.sink(
                        "slack",
                        "api_url: 'URL/services/T/B/x', channel: '#gpu', title: '{{ .GroupLabels.alertname }}', "
                                + "fields: [{title: burn, value: '{{ len .Alerts }}x', short: true}], "
                                + "actions: [{type: button, text: Open, url: 'https://x.example', confirm: {text: 'sure?'}}]")
                .send(Saying.firing());

        assertThat(answer).isEqualTo(new Answer.Delivered("HTTP 200"));
        assertThat(stage.stub().last().path()).isEqualTo("/services/T/B/x");
        JsonNode body = stage.stub().last().body();
        assertThat(body.path("channel").asText()).isEqualTo("#gpu");
        assertThat(body.path("username").asText()).isEqualTo("GPU Ledger");
        JsonNode attachment = body.at("/attachments/0");
        assertThat(attachment.path("title").asText()).isEqualTo("SpendBurnRate");
        assertThat(attachment.path("color").asText()).isEqualTo("danger");
        assertThat(attachment.path("text").asText()).startsWith("ml burns 15.2x its plan\nSince 21 Nov 07:30 UTC");
        assertThat(attachment.path("fallback").asText()).isEqualTo("[FIRING:1] ml burns 15.2x its plan");
        assertThat(attachment.path("fields").toString())
                .contains("\"title\":\"burn\"", "\"value\":\"1x\"", "\"short\":true");
        assertThat(attachment.at("/actions/0/confirm/text").asText()).isEqualTo("sure?");
        assertThat(attachment.at("/actions/0/url").asText()).isEqualTo("https://x.example");
    }

    @Test
    void saysInGreenThatItIsOver() throws Exception {
        stage.sink("slack", "api_url: 'URL/x'").send(Saying.resolved());

        assertThat(stage.stub().last().body().at("/attachments/0/color").asText())
                .isEqualTo("good");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ratelimited", "internal_error", "service_unavailable"})
    void triesAgainWhatABotIsToldWithA200(String error) throws Exception {
        stage.stub().answers(200, "{\"ok\":false,\"error\":\"" + error + "\"}");

        assertThat(stage.sink("slack", "app_token: t, app_url: 'URL/api/chat.postMessage'")
                        .send(Saying.firing()))
                .isEqualTo(new Answer.Retry("HTTP 200, " + error, null));
        assertThat(stage.stub().last().header("Authorization")).isEqualTo("Bearer t");
    }

    @Test
    void findsARefusalBehindA200() throws Exception {
        stage.stub().answers(200, "{\"ok\":false,\"error\":\"channel_not_found\"}");

        assertThat(stage.sink("slack", "app_token: t, app_url: 'URL/api/chat.postMessage'")
                        .send(Saying.firing()))
                .isEqualTo(new Answer.Rejected("HTTP 200, channel_not_found"));
    }

    @Test
    void changesTheMessageInPlaceUntilItIsOver() throws Exception {
        stage.stub().answers(200, "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"17.2\"}");
        Sink sink = stage.sink("slack", BOT);

        sink.send(Saying.firing());
        sink.send(Saying.of("n-1b", Status.FIRING, Saying.told("ml", Status.FIRING)));
        JsonNode change = stage.stub().last().body();
        sink.send(Saying.resolved());
        sink.send(Saying.of("n-3", Status.FIRING, Saying.told("ml", Status.FIRING)));

        assertThat(stage.stub().calls())
                .extracting(Stub.Got::path)
                .containsExactly(
                        "/api/chat.postMessage", "/api/chat.update", "/api/chat.update", "/api/chat.postMessage");
        assertThat(change.path("channel").asText()).isEqualTo("C1");
        assertThat(change.path("ts").asText()).isEqualTo("17.2");
    }

    @Test
    void afterACrashBeforeItIsNotedPostsAgainAndChangesTheLastOne() throws Exception {
        stage.stub()
                .answers(got -> Stub.Reply.of(
                        200,
                        "{\"ok\":true,\"channel\":\"C1\",\"ts\":\""
                                + stage.stub().calls().size() + ".0\"}"));
        Sink sink = stage.sink("slack", BOT);
        stage.receipts().crashBeforeTheNextIsKept();

        assertThatThrownBy(() -> sink.send(Saying.firing())).isInstanceOf(MemoryReceipts.Crash.class);
        assertThat(sink.send(Saying.firing())).isInstanceOf(Answer.Delivered.class);
        sink.send(Saying.resolved());

        assertThat(stage.stub().calls())
                .extracting(Stub.Got::path)
                .containsExactly("/api/chat.postMessage", "/api/chat.postMessage", "/api/chat.update");
        assertThat(stage.stub().last().body().path("ts").asText()).isEqualTo("2.0");
    }

    @Test
    void postsAnewWhereTheMessageIsGone() throws Exception {
        stage.stub()
                .answers(got -> got.path().endsWith("update")
                        ? Stub.Reply.of(200, "{\"ok\":false,\"error\":\"message_not_found\"}")
                        : Stub.Reply.of(200, "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"17.2\"}"));
        Sink sink = stage.sink("slack", BOT);

        sink.send(Saying.firing());

        assertThat(sink.send(Saying.of("n-1b", Status.FIRING, Saying.told("ml", Status.FIRING))))
                .isEqualTo(new Answer.Delivered("HTTP 200"));
        assertThat(stage.stub().calls()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "channel: c | no global Slack API URL set either inline or in a file",
                "api_url: 'URL', app_token: t | at most one of api_url/api_url_file & app_token/app_token_file",
                "api_url: 'ftp://x' | api_url must start with http",
                "api_url: 'URL/x', update_message: true | update_message can only be used with bot tokens",
                "api_url: 'URL', title: '{{ nope }}' | title is not a template that can be read: line 1: function \"nope\"",
                "api_url: 'URL', actions: [{type: a}] | missing type or text in Slack action",
                "api_url: 'URL', nope: 1 | field nope not found"
            })
    void refusesSettingsThatCannotBe(String config, String rule) {
        assertThatThrownBy(() -> stage.sink("slack", config))
                .isInstanceOf(InvalidRouting.class)
                .hasMessageContaining("r.yaml:6: receivers[0].slack_configs[0]")
                .hasMessageContaining(rule);
    }

    @Test
    void takesTheAddressOfAll() throws Exception {
        stage.settings("slack", "channel: c", "slack_api_url: 'URL/all'")
                .sink(stage.outside())
                .send(Saying.firing());

        assertThat(stage.stub().last().path()).isEqualTo("/all");
    }

    @Test
    void isNotToldOfTheEndUnlessTheFileSaysSo() {
        assertThat(stage.settings("slack", "api_url: 'URL/x'", "").sendResolved())
                .isFalse();
        assertThat(stage.settings("slack", "api_url: 'URL/x', send_resolved: true", "")
                        .sendResolved())
                .isTrue();
    }
}
