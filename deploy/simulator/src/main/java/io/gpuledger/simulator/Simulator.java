package io.gpuledger.simulator;

import com.sun.net.httpserver.HttpServer;
import io.gpuledger.simulator.fleet.Fleet;
import io.gpuledger.simulator.http.Doors;
import io.gpuledger.simulator.http.Faults;
import io.gpuledger.simulator.scenario.Scenario;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A provider that answers: one scenario on one port. */
public final class Simulator implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final HttpServer server;
    private final ExecutorService threads;
    private final Faults faults;
    private final Fleet fleet;

    private Simulator(HttpServer server, ExecutorService threads, Faults faults, Fleet fleet) {
        this.server = server;
        this.threads = threads;
        this.faults = faults;
        this.fleet = fleet;
    }

    /** Starts on loopback, now; port 0 takes any that is free. */
    public static Simulator start(int port, Scenario scenario, Clock clock) throws IOException {
        return start(new InetSocketAddress(address(LOOPBACK), port), scenario, clock, clock.instant());
    }

    /** The first address of a host; an address as text needs no look-up. */
    static InetAddress address(String host) throws UnknownHostException {
        return InetAddress.getAllByName(host)[0];
    }

    /** @param begin second 0 of the scenario; the same again continues the scenario where it would be by now */
    public static Simulator start(InetSocketAddress address, Scenario scenario, Clock clock, Instant begin)
            throws IOException {
        Fleet fleet = new Fleet(scenario, begin);
        Faults faults = new Faults();
        HttpServer server = HttpServer.create(address, 0);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/", new Doors(fleet, faults, clock));
        server.start();
        return new Simulator(server, threads, faults, fleet);
    }

    /** Where it answers, without a slash at the end. */
    public URI baseUrl() {
        InetSocketAddress address = server.getAddress();
        String host = address.getAddress().isAnyLocalAddress()
                ? LOOPBACK
                : address.getAddress().getHostAddress();
        return URI.create("http://" + host + ":" + address.getPort());
    }

    public Faults faults() {
        return faults;
    }

    public Fleet fleet() {
        return fleet;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
