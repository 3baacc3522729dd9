package io.gpuledger.cli.service;

import io.gpuledger.common.access.OwnToken;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The option that says what to show to a service that asks who one is. */
public final class TokenOption {

    static final String HINT = "--token-file, " + OwnToken.FILE_VARIABLE + " or " + OwnToken.VARIABLE;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Holds the token to show. Default: what GPU_LEDGER_TOKEN_FILE names, or GPU_LEDGER_TOKEN")
    private @Nullable Path file;

    public OwnToken token() {
        return OwnToken.in(System.getenv(), file);
    }
}
