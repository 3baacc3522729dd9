package io.gpuledger.bench.site;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Somebody who takes alerts over API v2, with all processes that belong to it. */
public record Contender(Child child, URI base) implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final String PEAK = "VmHWM:";
    private static final int OK = 200;

    public void awaitReady() {
        Waiting.until("it is ready", this::isReady, child);
    }

    private boolean isReady() {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(base.resolve("/-/ready")).build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Stream<ProcessHandle> processes() {
        return ProcessHandle.of(child.pid()).stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()));
    }

    /** Time on processors since it was started. */
    public Duration processorTime() {
        return processes()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The most it ever had in memory, in MiB; 0 where the system does not tell. */
    public long peakMebibytes() {
        return processes().mapToLong(process -> peakKibibytes(process.pid())).sum() / 1024;
    }

    private static long peakKibibytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
