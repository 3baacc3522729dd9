package io.gpuledger.cli.launch.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who runs: one small file per process, so that another command finds it.
 *
 * @param started tells the process from a later one with its number
 * @param ready where to ask whether it works
 */
public record RunFile(String name, long pid, Instant started, URI ready) {

    private static final String SUFFIX = ".pid";

    static RunFile of(String name, ProcessHandle process, URI ready) {
        return new RunFile(name, process.pid(), startOf(process), ready);
    }

    /** Says in this folder that this very process runs. */
    public static void announce(Path folder, String name, ProcessHandle process, URI ready) throws IOException {
        RunFile file = of(name, process, ready);
        Path written = Files.writeString(
                folder.resolve(name + SUFFIX + ".new"),
                file.pid() + " " + file.started().toEpochMilli() + " " + file.ready() + "\n");
        Files.move(
                written,
                folder.resolve(name + SUFFIX),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    public static void remove(Path folder, String name) {
        try {
            Files.deleteIfExists(folder.resolve(name + SUFFIX));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of this folder, whether their processes still run or not. */
    public static List<RunFile> all(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process while it runs. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> startOf(process).equals(started));
    }

    private static Optional<RunFile> read(Path file) {
        try {
            String[] parts = Files.readString(file).strip().split(" ", -1);
            String name = String.valueOf(file.getFileName()).replace(SUFFIX, "");
            return parts.length != 3
                    ? Optional.empty()
                    : Optional.of(new RunFile(
                            name,
                            Long.parseLong(parts[0]),
                            Instant.ofEpochMilli(Long.parseLong(parts[1])),
                            URI.create(parts[2])));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Instant startOf(ProcessHandle process) {
        return Instant.ofEpochMilli(
                process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }
}
