package io.gpuledger.access.tls;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.testing.Authority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnCertificateTest {

    private static final String SERVER = "ip:127.0.0.1";

    @TempDir
    private static Path folder;

    private static Authority authority;

    @BeforeAll
    static void certify() throws Exception {
        authority = Authority.in(folder, SERVER);
    }

    private static void check(@Nullable String certificate, @Nullable String key) throws OwnCertificate.Unusable {
        OwnCertificate.check(new TlsSettings() {
            @Override
            public Optional<Path> tlsCertificateFile() {
                return Optional.ofNullable(certificate).map(Path::of);
            }

            @Override
            public Optional<Path> tlsKeyFile() {
                return Optional.ofNullable(key).map(Path::of);
            }

            @Override
            public Optional<Path> caFile() {
                return Optional.empty();
            }

            @Override
            public boolean allowClearTokens() {
                return false;
            }
        });
    }

    @Test
    void aCertificateAndItsKeyOrNothingIsTaken() throws Exception {
        assertThatCode(() -> check(authority.certificate(SERVER), authority.key(SERVER)))
                .doesNotThrowAnyException();
        assertThatCode(() -> check(null, null)).doesNotThrowAnyException();
    }

    @Test
    void theKeyOfAnotherIsRefused() throws Exception {
        assertThatThrownBy(() -> check(authority.certificate(SERVER), authority.key("ca")))
                .isInstanceOf(OwnCertificate.Unusable.class)
                .hasMessageContaining("is not the key of GPU_LEDGER_TLS_CERTIFICATE_FILE");
    }

    @Test
    void oneOfTheTwoIsNotEnough() throws Exception {
        assertThatThrownBy(() -> check("server.crt", null))
                .hasMessage("TLS needs both GPU_LEDGER_TLS_CERTIFICATE_FILE and GPU_LEDGER_TLS_KEY_FILE");
    }

    @Test
    void aFileThatCannotBeUsedIsNamedAndNotShown() throws Exception {
        String certificate = authority.certificate(SERVER);
        Path key = Files.writeString(folder.resolve("hidden.key"), "-----BEGIN ENCRYPTED PRIVATE KEY-----\nc2VjcmV0\n");

        assertThatThrownBy(() -> check(certificate, folder + "/none"))
                .hasMessage("GPU_LEDGER_TLS_KEY_FILE " + folder + "/none cannot be read");
        assertThatThrownBy(() -> check(certificate, key.toString()))
                .hasMessage("GPU_LEDGER_TLS_KEY_FILE " + key + " is no private key in PEM without a password");
        assertThatThrownBy(() -> check(key.toString(), authority.key(SERVER)))
                .hasMessage("GPU_LEDGER_TLS_CERTIFICATE_FILE " + key + " is no certificate in PEM");
    }
}
