package io.gpuledger.ledger.letters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"env\": {\"HF_TOKEN\": \"do-not-show\"}}",
                "{\"apiKey\":\"do-not\\\"-show\"",
                "{\"password\" : \"do-not-show",
                "https://api.example.org/graphql?api_key=do-not-show&x=1",
                "Authorization: Bearer do-not-show",
                "key rpa_DONOTSHOW0123456789ABCDEFGH do-not-reach"
            })
    void areNotShownWhateverTheyStandIn(String text) {
        Payload shown = Objects.requireNonNull(Payload.of(text.getBytes(UTF_8)));

        assertThat(shown.encoding()).isEqualTo("text");
        assertThat(shown.content()).contains("***").doesNotContain("-show", "DONOTSHOW");
    }

    @Test
    void whatIsNoTextIsShownAsBase64WithoutThem() {
        byte[] bytes = "\u00ff{\"token\": \"do-not-show\"}".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

        Payload shown = Objects.requireNonNull(Payload.of(bytes));

        assertThat(shown.encoding()).isEqualTo("base64");
        assertThat(new String(Base64.getDecoder().decode(shown.content()), UTF_8))
                .contains("***")
                .doesNotContain("show");
    }

    @Test
    void aLongPayloadIsCutAndSaidToBe() {
        Payload shown = Objects.requireNonNull(Payload.of(("x" + "ü".repeat(50_000)).getBytes(UTF_8)));

        assertThat(shown.encoding()).isEqualTo("text");
        assertThat(shown.truncated()).isTrue();
        assertThat(shown.bytes()).isEqualTo(100_001);
        assertThat(shown.content()).startsWith("xü").endsWith("ü").hasSizeLessThanOrEqualTo(Payload.SHOWN_BYTES_MAX);
    }

    @Test
    void ordinaryEventsAreShownAsTheyAre() {
        String event =
                "{\"account\":{\"provider\":\"runpod\",\"name\":\"main\"},\"pod\":\"7f3a9c\",\"milliGpus\":1000}";

        assertThat(Objects.requireNonNull(Payload.of(event.getBytes(UTF_8))).content())
                .isEqualTo(event);
    }
}
