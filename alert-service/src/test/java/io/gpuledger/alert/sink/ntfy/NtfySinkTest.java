package io.gpuledger.alert.sink.ntfy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.alert.sink.SinkStage;
import io.gpuledger.alert.wording.Saying;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NtfySinkTest {

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
    void wakesSomebodyForAPageAndNotForItsEnd() throws Exception {
        var sink = stage.sink("ntfy", "url: 'URL', topic: spend, token: tk_1");

        sink.send(Saying.firing());
        JsonNode firing = stage.stub().last().body();
        assertThat(stage.stub().last().header("Authorization")).isEqualTo("Bearer tk_1");
        sink.send(Saying.resolved());
        JsonNode resolved = stage.stub().last().body();

        assertThat(firing.path("topic").asText()).isEqualTo("spend");
        assertThat(firing.path("title").asText()).isEqualTo("[FIRING:1] ml burns 15.2x its plan");
        assertThat(firing.path("priority").asInt()).isEqualTo(5);
        assertThat(firing.path("tags").toString()).isEqualTo("[\"rotating_light\"]");
        assertThat(firing.path("click").asText()).isEqualTo("http://console.example");
        assertThat(firing.at("/actions/0/url").asText()).isEqualTo("https://runbooks.example/b");
        assertThat(resolved.path("priority").asInt()).isEqualTo(2);
        assertThat(resolved.path("tags").toString()).isEqualTo("[\"white_check_mark\"]");
    }

    @Test
    void cutsWhatIsTooLong() throws Exception {
        stage.sink("ntfy", "url: 'URL', topic: spend, message: '{{ range 1000 }}{{ range 10 }}ä😀{{ end }}{{ end }}'")
                .send(Saying.firing());

        assertThat(stage.stub().last().body().path("message").asText().getBytes(UTF_8))
                .hasSizeBetween(3_500, 4_096);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url: 'URL' | one of topic or topic_file must be configured",
                "topic: 'a b' | topic must be 1 to 64 letters",
                "topic: a, token: x, token_env: GPU_LEDGER_NOT_THERE | at most one of token & token_env",
                "topic: a, token_env: GPU_LEDGER_NOT_THERE | there is no environment variable GPU_LEDGER_NOT_THERE"
            })
    void refusesSettingsThatCannotBe(String config, String rule) {
        assertThatThrownBy(() -> stage.sink("ntfy", config)).hasMessageContaining(rule);
    }
}
