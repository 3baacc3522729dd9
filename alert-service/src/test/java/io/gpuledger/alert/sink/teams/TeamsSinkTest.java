package io.gpuledger.alert.sink.teams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.SinkStage;
import io.gpuledger.alert.wording.Saying;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TeamsSinkTest {

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
    void postsACard() throws Exception {
        stage.stub().answers(202, "");

        assertThat(stage.sink("msteamsv2", "webhook_url: 'URL/w'").send(Saying.firing()))
                .isEqualTo(new Answer.Delivered("HTTP 202"));

        JsonNode body = stage.stub().last().body();
        assertThat(body.path("type").asText()).isEqualTo("message");
        assertThat(body.at("/attachments/0/contentType").asText()).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(body.at("/attachments/0/contentUrl").isNull()).isTrue();
        JsonNode card = body.at("/attachments/0/content");
        assertThat(card.path("type").asText()).isEqualTo("AdaptiveCard");
        assertThat(card.at("/body/0/text").asText()).isEqualTo("[FIRING:1] ml burns 15.2x its plan");
        assertThat(card.at("/body/0/color").asText()).isEqualTo("Attention");
        assertThat(card.at("/body/1/text").asText()).contains("Since 21 Nov 07:30 UTC");
    }

    @Test
    void findsARefusalThatIsHiddenInA200() throws Exception {
        stage.stub()
                .answers(
                        200,
                        "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429");

        assertThat(stage.sink("msteamsv2", "webhook_url: 'URL/w'").send(Saying.firing()))
                .isInstanceOf(Answer.Retry.class);
    }

    @Test
    void staysBelowWhatTeamsTakes() throws Exception {
        stage.sink("msteamsv2", "webhook_url: 'URL/w', text: '{{ range 1000 }}{{ range 10 }}ä😀{{ end }}{{ end }}'")
                .send(Saying.firing());

        assertThat(stage.stub().last().text().getBytes(UTF_8).length).isBetween(10_000, 28_000);
    }

    @Test
    void needsAnAddress() {
        assertThatThrownBy(() -> stage.sink("msteamsv2", "title: x"))
                .hasMessageContaining("one of webhook_url or webhook_url_file must be configured");
    }
}
