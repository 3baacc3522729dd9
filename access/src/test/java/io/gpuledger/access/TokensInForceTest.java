package io.gpuledger.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.access.Tokens;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensInForceTest {

    @TempDir
    private Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private TokensInForce of(Optional<Path> file) {
        return new TokensInForce(
                new AccessSettings() {
                    @Override
                    public Optional<Path> tokensFile() {
                        return file;
                    }

                    @Override
                    public boolean allowAnonymous() {
                        return false;
                    }

                    @Override
                    public Optional<List<String>> consoleOrigins() {
                        return Optional.empty();
                    }
                },
                meters);
    }

    private Path file(String token) throws Exception {
        return Files.writeString(
                folder.resolve("tokens.yaml"), "principals: [{name: ada, token: " + token + ", roles: [viewer]}]\n");
    }

    private static boolean opens(TokensInForce tokens, String token) {
        return tokens.get().orElseThrow().holder(token).isPresent();
    }

    @Test
    void withoutAFileNobodyIsAsked() throws Exception {
        TokensInForce tokens = of(Optional.empty());
        tokens.open();

        assertThat(tokens.get()).isEmpty();
    }

    @Test
    void aTokenThatIsStruckOutOpensNothingAnyMore() throws Exception {
        Path file = file("first-token-of-the-file");
        TokensInForce tokens = of(Optional.of(file));
        assertThat(opens(tokens, "first-token-of-the-file"))
                .as("before the file was read")
                .isFalse();
        tokens.open();
        assertThat(opens(tokens, "first-token-of-the-file")).isTrue();

        file("second-token-of-the-file");
        tokens.readAgain(file);

        assertThat(opens(tokens, "first-token-of-the-file")).isFalse();
        assertThat(opens(tokens, "second-token-of-the-file")).isTrue();
    }

    @Test
    void aFileThatCannotBeUsedLeavesTheOneBeforeInForceAndIsSeen() throws Exception {
        Path file = file("first-token-of-the-file");
        TokensInForce tokens = of(Optional.of(file));
        tokens.open();

        file("short");
        tokens.readAgain(file);

        Optional<Tokens> inForce = tokens.get();
        assertThat(inForce.orElseThrow().holder("first-token-of-the-file")).isPresent();
        assertThat(meters.get("gpu_ledger_tokens_file_usable").gauge().value()).isZero();
    }
}
