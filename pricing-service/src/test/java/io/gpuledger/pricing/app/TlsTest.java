package io.gpuledger.pricing.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.common.tls.Believed;
import io.gpuledger.testing.Authority;
import io.gpuledger.testing.TestBroker;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A service with a certificate; the settings are the same in each. */
@Tag("slow")
@QuarkusTest
@TestProfile(TlsTest.Certified.class)
class TlsTest {

    private static final String SERVER = "ip:127.0.0.1";
    /** Says where the certificates are to what is loaded once more. */
    private static final String FOLDER = "test.certificates";

    @TestHTTPResource(value = "/q/health/live", tls = true)
    URI alive = URI.create("https://nowhere.invalid");

    /** With a certificate that is made for the test. */
    public static final class Certified implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path folder = Files.createTempDirectory("tls");
                Authority authority = Authority.in(folder, SERVER);
                authority.certificate("ca");
                authority.certificate("stranger");
                return Map.of(
                        FOLDER,
                        folder.toString(),
                        "quarkus.http.test-ssl-port",
                        "0",
                        "quarkus.http.host",
                        "127.0.0.1",
                        "kafka.bootstrap.servers",
                        TestBroker.bootstrapServers(),
                        "gpu-ledger.tls-certificate-file",
                        authority.certificate(SERVER),
                        "gpu-ledger.tls-key-file",
                        authority.key(SERVER));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @BeforeAll
    static void topics() {
        TestBroker.createTopics();
    }

    private static HttpResponse<String> get(URI where, String believed) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(
                        Believed.context(Path.of(ConfigProvider.getConfig().getValue(FOLDER, String.class), believed)))
                .build()) {
            return client.send(HttpRequest.newBuilder(where).build(), BodyHandlers.ofString());
        }
    }

    @Test
    void answersOverTlsWhoBelievesIt() throws Exception {
        assertThat(get(URI.create("https://127.0.0.1:" + alive.getPort() + alive.getPath()), "ca.crt")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void isNotBelievedByOthers() {
        URI where = URI.create("https://127.0.0.1:" + alive.getPort() + alive.getPath());

        assertThatThrownBy(() -> get(where, "stranger.crt")).isInstanceOf(SSLException.class);
    }

    @Test
    void answersNothingWithoutTls() {
        URI where = URI.create("http://127.0.0.1:" + alive.getPort() + alive.getPath());

        assertThatThrownBy(() -> get(where, "ca.crt")).isInstanceOf(IOException.class);
    }
}
