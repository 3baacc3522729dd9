package io.gpuledger.alert.sink.opsgenie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.sink.SinkStage;
import io.gpuledger.alert.sink.Stub.Got;
import io.gpuledger.alert.wording.Saying;
import io.gpuledger.common.event.Notification;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpsgenieSinkTest {

    private static final String ALIAS = Saying.firing().dedupKey();

    private SinkStage stage;

    @BeforeEach
    void start() throws IOException {
        stage = new SinkStage();
        stage.stub().answers(202, "{\"result\":\"Request will be processed\",\"requestId\":\"r-1\"}");
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void makesAndClosesOneAlertOfAGroup() throws Exception {
        Sink sink = stage.sink(
                "opsgenie",
                "api_url: 'URL', api_key: k, tags: 'spend, gpu', details: {team: ml}, "
                        + "responders: [{type: Team, name: ml}]");

        assertThat(sink.send(Saying.firing())).isEqualTo(new Answer.Delivered("HTTP 202"));
        Got made = stage.stub().last();
        sink.send(Saying.resolved());
        Got closed = stage.stub().last();

        assertThat(made.path()).isEqualTo("/v2/alerts");
        assertThat(made.header("Authorization")).isEqualTo("GenieKey k");
        JsonNode alert = made.body();
        assertThat(alert.path("alias").asText()).isEqualTo(ALIAS);
        assertThat(alert.path("message").asText()).isEqualTo("[FIRING:1] ml burns 15.2x its plan");
        assertThat(alert.path("priority").asText()).isEqualTo("P1");
        assertThat(alert.path("tags").toString()).isEqualTo("[\"spend\",\"gpu\"]");
        assertThat(alert.at("/details/team").asText()).isEqualTo("ml");
        assertThat(alert.at("/details/alertname").asText()).isEqualTo("SpendBurnRate");
        assertThat(alert.at("/responders/0").toString()).contains("\"type\":\"team\"", "\"name\":\"ml\"");
        assertThat(closed.path()).isEqualTo("/v2/alerts/" + ALIAS + "/close");
        assertThat(closed.query()).isEqualTo("identifierType=alias");
    }

    @Test
    void tellsWhoLooksAfterTheAlert() throws Exception {
        stage.sink("opsgenie", "api_url: 'URL', api_key: k")
                .send(Saying.firing().asAcknowledgement(new Notification.Acknowledged("ann", Instant.EPOCH, "on it")));

        Got call = stage.stub().last();
        assertThat(call.path()).isEqualTo("/v2/alerts/" + ALIAS + "/acknowledge");
        assertThat(call.query()).isEqualTo("identifierType=alias");
        assertThat(call.body().path("user").asText()).isEqualTo("ann");
    }

    @Test
    void setsTheTextsOfAnOpenAlertAnewWhereTheFileSaysSo() throws Exception {
        stage.sink("opsgenie", "api_url: 'URL', api_key: k, update_alerts: true")
                .send(Saying.firing());

        assertThat(stage.stub().calls())
                .extracting(got -> got.method() + " " + got.path())
                .containsExactly(
                        "POST /v2/alerts",
                        "PUT /v2/alerts/" + ALIAS + "/message",
                        "PUT /v2/alerts/" + ALIAS + "/description");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "message: m | no global OpsGenie API Key set",
                "api_key: k, api_key_file: f | at most one of api_key & api_key_file must be configured",
                "api_key: k, responders: [{type: team}] | at least one of id, username or name",
                "api_key: k, responders: [{type: dog, name: x}] | type of a responder must be one of"
            })
    void refusesSettingsThatCannotBe(String config, String rule) {
        assertThatThrownBy(() -> stage.sink("opsgenie", config)).hasMessageContaining(rule);
    }
}
