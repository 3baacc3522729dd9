package io.gpuledger.cli.alone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.cli.launch.place.CannotStart;
import io.gpuledger.cli.launch.place.HomeFolder;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AloneRequestTest {

    private static AloneRequest request(@Nullable String listen, @Nullable String url, @Nullable String prefix)
            throws CannotStart {
        ListenAddress address = ListenAddress.read(String.valueOf(listen), Map.of());
        return AloneRequest.of(Path.of("r.yml"), new HomeFolder(Path.of("d")), address, url, prefix);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:9093, 127.0.0.1, 9093, http://127.0.0.1:9093",
        ":9093, 0.0.0.0, 9093, http://localhost:9093",
        "[::1]:80, ::1, 80, http://[::1]:80"
    })
    void listensWhereGoProgramsWould(String text, String host, int port, String url) throws CannotStart {
        assertThat(ListenAddress.read(text, Map.of())).isEqualTo(new ListenAddress(host, port, false));
        assertThat(request(text, null, null).externalUrl()).isEqualTo(url);
    }

    @Test
    void othersCanReachItOnlyWhereItIsGuardedOrSomebodySaysSo() {
        assertThat(ListenAddress.usual(Map.of())).isEqualTo("127.0.0.1:9093");
        assertThat(ListenAddress.usual(Map.of("GPU_LEDGER_ALLOW_ANONYMOUS", "false")))
                .isEqualTo("127.0.0.1:9093");
        assertThat(ListenAddress.usual(Map.of("GPU_LEDGER_ALLOW_ANONYMOUS", "true")))
                .isEqualTo(":9093");
        assertThat(ListenAddress.usual(Map.of("GPU_LEDGER_TOKENS_FILE", "tokens.yaml")))
                .isEqualTo(":9093");
    }

    @Test
    void isReachedOverTlsWhereTheServiceHasACertificate() throws CannotStart {
        assertThat(ListenAddress.read(":9093", Map.of("GPU_LEDGER_TLS_CERTIFICATE_FILE", "server.crt"))
                        .url())
                .isEqualTo("https://localhost:9093");
    }

    @ParameterizedTest
    @ValueSource(strings = {"here", "9093", "host:", "host:0", "host:65536", "host:http"})
    void refusesWhatIsNoAddress(String text) {
        assertThatThrownBy(() -> ListenAddress.read(text, Map.of())).hasMessageContaining("--web.listen-address");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "http://am.example/, none, http://am.example, ''",
                "http://am.example/alerts/, none, http://am.example/alerts, /alerts",
                "http://am.example/alerts, /, http://am.example/alerts, ''",
                "http://am.example, inside/here/, http://am.example, /inside/here",
                "am.example:80, none, http://am.example:80, ''"
            })
    void isAnsweredUnderThePathOfTheExternalAddressUnlessToldOtherwise(
            String url, @Nullable String prefix, String external, String under) throws CannotStart {
        AloneRequest request = request(":1", url, prefix);

        assertThat(request.externalUrl()).isEqualTo(external);
        assertThat(request.prefix()).isEqualTo(under);
    }

    @Test
    void refusesAnExternalAddressPeopleCannotOpen() {
        assertThatThrownBy(() -> request(":1", "ftp://x", null)).hasMessageContaining("--web.external-url");
        assertThatThrownBy(() -> request(":1", "http://a b", null)).hasMessageContaining("--web.external-url");
    }
}
