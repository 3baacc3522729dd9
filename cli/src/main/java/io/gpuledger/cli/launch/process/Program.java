package io.gpuledger.cli.launch.process;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A program to run as a process of its own.
 *
 * @param environment variables added to those of this process
 * @param withheld variables of this process it must not see
 * @param ready asked whether it works: {@code http:} and {@code https:} must answer 200, {@code tcp:} must take a connection
 * @param log where it writes
 */
public record Program(
        String name,
        List<String> command,
        Map<String, String> environment,
        Set<String> withheld,
        URI ready,
        Path log) {}
