package io.gpuledger.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTest {

    @ParameterizedTest
    @ValueSource(strings = {"Bearer abc", "bearer abc", "BEARER   abc "})
    void aBearerIsAToken(String header) {
        assertThat(Shown.token(header)).hasValue("abc");
    }

    @Test
    void thePasswordOfBasicIsATokenWhateverTheName() {
        assertThat(Shown.token(basic("prometheus:a:b"))).hasValue("a:b");
        assertThat(Shown.token(basic(":abc"))).hasValue("abc");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "abc", "Digest abc", "Basic", "Basic ???", "Basic YWJj"})
    void nothingElseIs(String header) {
        assertThat(Shown.token(header)).isEmpty();
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }
}
