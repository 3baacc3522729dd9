package io.gpuledger.access;

import io.gpuledger.common.access.Tokens;
import io.gpuledger.common.access.TokensFile;
import io.gpuledger.common.config.ConfigFile;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The tokens file as it was read last. It is read again all the time; one that cannot be used leaves the one before in force. */
@Singleton
final class TokensInForce {

    /** So long after a token is struck out of the file it opens nothing any more. */
    static final Duration READ_AGAIN_AFTER = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(TokensInForce.class);

    private final @Nullable Path file;
    private volatile @Nullable Tokens tokens;
    private volatile @Nullable String problem;

    TokensInForce(AccessSettings settings, MeterRegistry meters) {
        this.file = settings.tokensFile().orElse(null);
        this.tokens = file == null ? null : Tokens.NONE;
        Gauge.builder("gpu_ledger_tokens_file_usable", () -> problem == null ? 1 : 0)
                .description("Whether the tokens file that was read last can be used")
                .register(meters);
    }

    /** Absent where there is no file: then nobody is asked. Before it was read it opens for nobody. */
    Optional<Tokens> get() {
        return Optional.ofNullable(tokens);
    }

    /** Reads it for the first time. */
    void open() throws ConfigFile.Refused {
        if (file == null) {
            return;
        }
        tokens = TokensFile.read(file);
        if (TokensFile.isOpenToOthers(file)) {
            LOG.warnf("%s can be read by others of this machine: chmod 640", file);
        }
        Thread.ofVirtual().name("tokens").start(() -> follow(file));
    }

    /** Until the process ends. */
    private void follow(Path followed) {
        try {
            while (true) {
                Thread.sleep(READ_AGAIN_AFTER);
                readAgain(followed);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void readAgain(Path followed) {
        try {
            tokens = TokensFile.read(followed);
            problem = null;
        } catch (ConfigFile.Refused e) {
            String said = String.valueOf(e.getMessage());
            if (!said.equals(problem)) {
                LOG.errorf("the tokens file cannot be used, the one before stays in force: %s", said);
            }
            problem = said;
        }
    }
}
