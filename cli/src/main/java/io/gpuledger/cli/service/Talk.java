package io.gpuledger.cli.service;

import io.gpuledger.common.access.OwnToken;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What is asked of a service, and what is done with its answers. */
@FunctionalInterface
public interface Talk {

    int FAILED = 1;
    int BAD_INPUT = 2;

    void with(ServiceClient service) throws Refused;

    /** Holds it, says what went wrong, and answers with the exit code. */
    static int with(URI service, OwnToken token, @Nullable CommandSpec spec, Talk talk) {
        try (ServiceClient client = ServiceClient.of(service, token)) {
            talk.with(client);
            return 0;
        } catch (Refused e) {
            Output.ofErrors(spec).println(e.getMessage());
            return e.isBadInput() ? BAD_INPUT : FAILED;
        }
    }
}
