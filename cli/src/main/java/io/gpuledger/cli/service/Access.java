package io.gpuledger.cli.service;

import io.gpuledger.common.access.OwnToken;
import io.gpuledger.common.tls.Believed;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that say what to show to a service that asks who one is, and whom to believe to be that service. */
public final class Access {

    static final String HINT = "--token-file, " + OwnToken.FILE_VARIABLE + " or " + OwnToken.VARIABLE;
    static final String CA_HINT = "--ca-file or " + Believed.SETTING;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Holds the token to show. Default: what GPU_LEDGER_TOKEN_FILE names, or GPU_LEDGER_TOKEN")
    private @Nullable Path tokenFile;

    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description =
                    "Whose certificates are believed where --url is https, in PEM. Default: what GPU_LEDGER_CA_FILE"
                            + " names, or those Java knows")
    private @Nullable Path caFile;

    /** @param url base address of the service */
    public ServiceClient to(URI url) throws Refused {
        Path named = Optional.ofNullable(System.getenv(Believed.SETTING))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .orElse(null);
        return ServiceClient.of(url, OwnToken.in(System.getenv(), tokenFile), caFile == null ? named : caFile);
    }
}
