package io.gpuledger.alert.sink;

import io.gpuledger.alert.routing.RoutingFile;
import io.gpuledger.alert.routing.RoutingReader;
import io.gpuledger.alert.sink.net.TargetGuard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** A sink as the routing file makes it, and the receiver at its other end. */
public final class SinkStage implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private final Stub stub = new Stub();
    private final MemoryReceipts receipts = new MemoryReceipts();
    private final HttpCaller http;
    private Instant now = NOW;

    public SinkStage() throws IOException {
        http = new HttpCaller(new TargetGuard(true), () -> now, "GPU-Ledger");
    }

    public void passes(Duration time) {
        now = now.plus(time);
    }

    public Stub stub() {
        return stub;
    }

    public MemoryReceipts receipts() {
        return receipts;
    }

    public Outside outside() {
        return new Outside(
                http,
                new TargetGuard(true),
                receipts,
                step -> {},
                "http://alerts.example",
                "http://console.example",
                () -> now);
    }

    /** @param config of one receiver, as a flow mapping without braces; {@code URL} is the stub's address */
    public Sink sink(String kind, String config) {
        return settings(kind, config, "").sink(outside());
    }

    public SinkSettings settings(String kind, String config, String global) {
        String file = "global: {" + global + "}\nroute: {receiver: d}\nreceivers:\n- name: d\n  " + kind + "_configs:\n"
                + "  - {" + config + "}\n";
        RoutingFile read = RoutingReader.read("r.yaml", file.replace("URL", stub.url()), Path.of(""));
        return Objects.requireNonNull(read.sinks().get(RoutingFile.sinkKey("d", kind, 0)));
    }

    @Override
    public void close() {
        http.close();
        stub.close();
    }
}
