package io.gpuledger.alert.sink.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.SinkStage;
import io.gpuledger.alert.sink.Stub.Got;
import io.gpuledger.alert.wording.Saying;
import java.io.IOException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookSinkTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(KEY);

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
    void signsAsStandardWebhooksSays() throws Exception {
        stage.sink("webhook", "url: 'URL/', signing_secret: '" + SECRET + " " + SECRET + "'")
                .send(Saying.firing());

        Got got = stage.stub().last();
        assertThat(got.header("Webhook-id")).isEqualTo("n-1");
        assertThat(got.header("Webhook-timestamp")).isEqualTo(String.valueOf(SinkStage.NOW.getEpochSecond()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        mac.update(("n-1." + SinkStage.NOW.getEpochSecond() + "." + got.text()).getBytes(UTF_8));
        String one = "v1," + Base64.getEncoder().encodeToString(mac.doFinal());
        assertThat(got.header("Webhook-signature")).isEqualTo(one + " " + one);
    }

    @Test
    void signsLikeTheExampleOfTheSpecification() {
        assertThat(Signature.of(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1_614_265_330L,
                        "{\"test\": 2432232314}".getBytes(UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void writesAddressAndBodyByTemplates() throws Exception {
        stage.sink(
                        "webhook",
                        "url_template: 'URL/hook/{{ .GroupLabels.alertname | urlquery }}', content_type: text/plain, "
                                + "body: '{{ .Status }} {{ len .Alerts }}'")
                .send(Saying.firing());

        assertThat(stage.stub().last().path()).isEqualTo("/hook/SpendBurnRate");
        assertThat(stage.stub().last().text()).isEqualTo("firing 1");
        assertThat(stage.stub().last().header("Content-type")).isEqualTo("text/plain");
    }

    @Test
    void callsNobodyWhereATemplateCannotBeWritten() throws Exception {
        assertThat(stage.sink("webhook", "url: 'URL/', body: '{{ .Nope }}'").send(Saying.firing()))
                .isInstanceOf(Answer.Rejected.class);
        assertThat(stage.sink("webhook", "url_template: '{{ .Status }}'").send(Saying.firing()))
                .isInstanceOf(Answer.Rejected.class);
        assertThat(stage.stub().calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url: 'URL', url_template: x | at most one of url & url_template must be configured",
                "url: 'URL', signing_secret: hunter2 | signing_secret must be whsec_ and the base64 of 24 to 64 bytes",
                "url: 'URL', content_type: 'a b' | content_type must be a media type",
                "url: 'URL', body: '{{' | body is not a template that can be read"
            })
    void refusesSettingsThatCannotBe(String config, String rule) {
        assertThatThrownBy(() -> stage.sink("webhook", config))
                .hasMessageContaining(rule)
                .hasMessageNotContaining("hunter2");
    }
}
