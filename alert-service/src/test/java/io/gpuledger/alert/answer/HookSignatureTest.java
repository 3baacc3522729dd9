package io.gpuledger.alert.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HookSignatureTest {

    /** RFC 4231, test case 2. */
    private static final String KNOWN = "v1=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    private static final byte[] BODY = "what do ya want for nothing?".getBytes(UTF_8);

    @Test
    void isTheHmacOfTheBody() {
        assertThat(HookSignature.isValid(KNOWN, "Jefe", BODY)).isTrue();
        assertThat(HookSignature.isValid(KNOWN, "Jefe", "another".getBytes(UTF_8)))
                .isFalse();
        assertThat(HookSignature.isValid(KNOWN, "another", BODY)).isFalse();
    }

    @Test
    void oneOfSeveralIsEnoughWhileSecretsChange() {
        assertThat(HookSignature.isValid("v1=00, " + KNOWN, "Jefe", BODY)).isTrue();
        assertThat(HookSignature.isValid(KNOWN, "new Jefe", BODY)).isTrue();
    }

    @Test
    void isNothingElse() {
        assertThat(HookSignature.isValid(null, "Jefe", BODY)).isFalse();
        assertThat(HookSignature.isValid("", "Jefe", BODY)).isFalse();
        assertThat(HookSignature.isValid(KNOWN.replace("v1=", "v0="), "Jefe", BODY))
                .isFalse();
        assertThat(HookSignature.isValid(KNOWN.substring(0, 40), "Jefe", BODY)).isFalse();
        assertThat(HookSignature.isValid(KNOWN, " ", BODY)).isFalse();
    }
}
