package io.gpuledger.common.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PemTest {

    /** Before the key itself in PKCS #8. */
    private static final int HEAD_OF_RSA_2048 = 26;

    private static final byte[] CURVE_P256 = {
        (byte) 0xa0, 0x0a, 0x06, 0x08, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x03, 0x01, 0x07
    };

    private static PrivateKey made(String algorithm) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (!algorithm.equals("Ed25519")) {
            generator.initialize(algorithm.equals("EC") ? 256 : 2048);
        }
        return generator.generateKeyPair().getPrivate();
    }

    @ParameterizedTest
    @CsvSource({"RSA", "EC", "Ed25519"})
    void readsAKeyOfEachKind(String algorithm) throws GeneralSecurityException {
        PrivateKey key = made(algorithm);

        assertThat(Pem.key("of ann\n" + pem("PRIVATE KEY", key.getEncoded()))).isEqualTo(key);
    }

    @Test
    void readsAKeyAsOpenSslWroteItOfOld() throws GeneralSecurityException {
        PrivateKey key = made("RSA");
        byte[] inner = Arrays.copyOfRange(key.getEncoded(), HEAD_OF_RSA_2048, key.getEncoded().length);

        assertThat(Pem.key(pem("RSA PRIVATE KEY", inner))).isEqualTo(key);
    }

    @Test
    void readsAKeyOfACurveThatNamesItInside() throws GeneralSecurityException {
        PrivateKey key = made("EC");
        byte[] number = new byte[32];
        byte[] signed = ((ECPrivateKey) key).getS().toByteArray();
        int kept = Math.min(signed.length, number.length);
        System.arraycopy(signed, signed.length - kept, number, number.length - kept, kept);
        byte[] inner = new byte[2 + 3 + 2 + number.length + CURVE_P256.length];
        byte[] head = {0x30, (byte) (inner.length - 2), 0x02, 0x01, 0x01, 0x04, 0x20};
        System.arraycopy(head, 0, inner, 0, head.length);
        System.arraycopy(number, 0, inner, head.length, number.length);
        System.arraycopy(CURVE_P256, 0, inner, head.length + number.length, CURVE_P256.length);

        ECPrivateKey read = (ECPrivateKey) Pem.key(pem("EC PRIVATE KEY", inner));
        assertThat(read.getS()).isEqualTo(((ECPrivateKey) key).getS());
        assertThat(read.getParams().getOrder())
                .isEqualTo(((ECPrivateKey) key).getParams().getOrder());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hunter2",
                "-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nMP8=\n-----END EC PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nMAA=\n-----END EC PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nMAA=\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMAA=\n-----END ENCRYPTED PRIVATE KEY-----"
            })
    void refusesWhatIsNoKeyWithoutSayingIt(String text) {
        assertThatThrownBy(() -> Pem.key(text))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessageNotContaining("hunter2");
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + kind
                + "-----\n";
    }
}
