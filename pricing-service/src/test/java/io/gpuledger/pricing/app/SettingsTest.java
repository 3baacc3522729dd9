package io.gpuledger.pricing.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.config.WatchedAccount;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    private Path folder;

    private Path file(String yaml) throws Exception {
        return Files.writeString(folder.resolve("gpu-ledger.yaml"), yaml);
    }

    @Test
    void withoutAFileNothingIsWatched() throws Exception {
        assertThat(Settings.read(null, Map.of())).isEqualTo(LedgerFile.EMPTY);
    }

    @Test
    void aMissingVariableIsOneLineThatNamesItAndTheAccount() throws Exception {
        Path file = file("accounts: [{name: main, provider: runpod, keyEnv: MY_KEY}]\n");

        assertThatThrownBy(() -> Settings.read(file, Map.of("MY_KEY", " ")))
                .isInstanceOf(BadSetting.class)
                .hasMessage("account runpod/main: environment variable MY_KEY is not set");
        assertThat(Settings.read(file, Map.of("MY_KEY", "k")).accounts()).hasSize(1);
    }

    @Test
    void aMissingKeyFileIsOneLineThatNamesItAndTheAccount() throws Exception {
        Path key = folder.resolve("key");
        Path file = file("accounts: [{name: main, provider: runpod, keyFile: " + key + "}]\n");

        assertThatThrownBy(() -> Settings.read(file, Map.of()))
                .hasMessage("account runpod/main: key file " + key + " cannot be read or is empty");
    }

    @Test
    void aBrokenFileIsOneLineWithItsPlace() throws Exception {
        Path file = file("accounts:\n  - {name: main, provider: vast, keyEnv: K}\n");

        assertThatThrownBy(() -> Settings.read(file, Map.of()))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("gpu-ledger.yaml:2")
                .hasMessageContaining("provider must be runpod");
    }

    @Test
    void aRotatedKeyIsTakenUpAndNeverShown() throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "first\n");
        WatchedAccount account = new WatchedAccount("main", "runpod", null, "key", null, null);
        ApiKey apiKey = new ApiKey(account, Map.of(), folder);

        assertThat(apiKey.get()).isEqualTo("first");
        Files.writeString(key, "second");
        assertThat(apiKey.get()).isEqualTo("second");
        assertThat(apiKey.toString()).doesNotContain("second");
    }

    @Test
    void aKeyThatNoHeaderCanCarryIsNoKeyAndIsNotShown() throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "first-secret\nsecond-secret\n");
        Path file = file("accounts: [{name: main, provider: runpod, keyFile: " + key + "}]\n");

        assertThat(new ApiKey(new WatchedAccount("main", "runpod", null, "key", null, null), Map.of(), folder).get())
                .isEmpty();
        assertThatThrownBy(() -> Settings.read(file, Map.of()))
                .hasMessage("account runpod/main: key file " + key + " does not hold one line of plain characters");
    }
}
