package io.gpuledger.cli.service;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What is asked of a service, and what is done with its answers. */
@FunctionalInterface
public interface Talk {

    void with(ServiceClient service) throws Refused;

    /** Holds it, says what went wrong, and answers with the exit code. */
    static int with(URI service, Access access, @Nullable CommandSpec spec, Talk talk) {
        try (ServiceClient client = access.to(service)) {
            talk.with(client);
            return 0;
        } catch (Refused e) {
            Output.ofErrors(spec).println(e.getMessage());
            return e.exitCode();
        }
    }
}
