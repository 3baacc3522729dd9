package io.gpuledger.common.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        OwnToken token = OwnToken.of(null, file);
        Files.writeString(file, "new");

        assertThat(token.header()).hasValue("Bearer new");
    }

    @Test
    void whatCannotBeShownIsSaidWithoutIt() {
        OwnToken broken = OwnToken.of("sec\nret", null);

        assertThatThrownBy(broken::header)
                .isInstanceOf(OwnToken.Unusable.class)
                .hasMessage("GPU_LEDGER_TOKEN must hold one line of plain characters");
        assertThatThrownBy(() -> OwnToken.of(null, folder.resolve("none")).header())
                .hasMessageContaining("cannot be read");
        assertThat(broken).hasToString("<token>");
    }
}
