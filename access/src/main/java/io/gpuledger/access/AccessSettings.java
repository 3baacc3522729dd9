package io.gpuledger.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The settings of the lock. */
@ConfigMapping(prefix = "gpu-ledger")
public interface AccessSettings {

    /** Who may come in; absent means that nobody is asked who they are. {@code GPU_LEDGER_TOKENS_FILE}. */
    Optional<Path> tokensFile();

    /** Whether somebody else guards a service that others can reach. {@code GPU_LEDGER_ALLOW_ANONYMOUS}. */
    @WithDefault("false")
    boolean allowAnonymous();

    /** The pages besides the service's own that may change something, as browsers write them. {@code GPU_LEDGER_CONSOLE_ORIGINS}. */
    Optional<List<String>> consoleOrigins();
}
