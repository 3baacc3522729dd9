package io.gpuledger.common.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnTokenTest {

    @TempDir
    private Path folder;

    @Test
    void withoutATokenNothingIsShown() throws Exception {
        assertThat(OwnToken.in(Map.of("GPU_LEDGER_TOKEN", " "), null).header()).isEmpty();
        assertThat(OwnToken.NONE.header()).isEmpty();
    }

    @Test
    void aFileThatIsNamedCountsBeforeTheEnvironment() throws Exception {
        Path given = Files.writeString(folder.resolve("given"), "given\n");
        Path named = Files.writeString(folder.resolve("named"), "named\n");
        Map<String, String> environment =
                Map.of("GPU_LEDGER_TOKEN", "plain", "GPU_LEDGER_TOKEN_FILE", named.toString());

        assertThat(OwnToken.in(environment, given).header()).hasValue("Bearer given");
        assertThat(OwnToken.in(environment, null).header()).hasValue("Bearer named");
        assertThat(OwnToken.in(Map.of("GPU_LEDGER_TOKEN", "plain"), null).header())
                .hasValue("Bearer plain");
    }

    @Test
    void aNewTokenInTheFileIsTakenUp() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "old");
        OwnToken token = OwnToken.of(null, file, false);
        Files.writeString(file, "new");

        assertThat(token.header()).hasValue("Bearer new");
    }

    @Test
    void whatCannotBeShownIsSaidWithoutIt() {
        OwnToken broken = OwnToken.of("sec\nret", null, false);

        assertThatThrownBy(broken::header)
                .isInstanceOf(OwnToken.Unusable.class)
                .hasMessage("GPU_LEDGER_TOKEN must hold one line of plain characters");
        assertThatThrownBy(
                        () -> OwnToken.of(null, folder.resolve("none"), false).header())
                .hasMessageContaining("cannot be read");
        assertThat(broken).hasToString("<token>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8102", "http://localhost:8102", "http://[::1]:8102", "https://192.0.2.1"})
    void isShownToThisMachineAndOverTls(String where) throws Exception {
        HttpRequest request = token(Map.of()).shownIn(HttpRequest.newBuilder(URI.create(where)));

        assertThat(request.headers().firstValue("Authorization")).hasValue("Bearer plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1:8102", "http://nowhere.invalid"})
    void isNotShownInClearToOthersUnlessSomebodySaysThatTheWayIsSecret(String where) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(where));

        assertThatThrownBy(() -> token(Map.of()).shownIn(request))
                .isInstanceOf(OwnToken.Unusable.class)
                .hasMessageContainingAll("in clear", URI.create(where).getHost(), "GPU_LEDGER_ALLOW_CLEAR_TOKENS")
                .hasMessageNotContaining("plain");
        assertThat(token(Map.of("GPU_LEDGER_ALLOW_CLEAR_TOKENS", "true"))
                        .shownIn(request)
                        .headers()
                        .allValues("Authorization"))
                .contains("Bearer plain");
    }

    private static OwnToken token(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("GPU_LEDGER_TOKEN", "plain");
        return OwnToken.in(environment, null);
    }
}
