package io.gpuledger.cli.launch.process;

import java.io.IOException;
import java.util.Optional;

/** How much memory a process holds, as {@code ps} says. */
public final class Residence {

    private Residence() {}

    public static Optional<Long> megabytes(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(ps.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return Optional.of(Long.parseLong(said.strip()) / 1024);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
