package io.gpuledger.simulator;

import io.gpuledger.simulator.http.Fault;
import io.gpuledger.simulator.http.FaultOrder;
import io.gpuledger.simulator.scenario.Scenario;
import io.gpuledger.simulator.scenario.ScenarioFile;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs the simulator as a process of its own. */
public final class SimulatorMain {

    static final String USAGE =
            "usage: simulate [--port 8105] [--host 127.0.0.1] [--scenario FILE] [--begin INSTANT] [--fault NAME]";

    private static final Set<String> OPTIONS = Set.of("--port", "--host", "--scenario", "--begin", "--fault");
    private static final String PORT_DEFAULT = "8105";
    private static final int PORT_MAX = 65_535;
    private static final int BAD_INPUT = 2;

    private SimulatorMain() {}

    /** Input that cannot be used; the message is one line. */
    static final class BadInput extends Exception {
        BadInput(String message) {
            super(message);
        }
    }

    public static void main(String[] args) {
        try {
            Simulator simulator = start(args, Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
            announce(simulator, System.out);
        } catch (BadInput e) {
            System.err.println("simulator: " + e.getMessage());
            System.exit(BAD_INPUT);
        }
    }

    static Simulator start(String[] args, Clock clock) throws BadInput {
        Map<String, String> options = options(args);
        String host = options.getOrDefault("--host", "127.0.0.1");
        int port = port(options.getOrDefault("--port", PORT_DEFAULT));
        Scenario scenario = scenario(options.get("--scenario"));
        Instant begin = begin(options.get("--begin"), clock);
        Fault fault = fault(options.get("--fault"));
        try {
            Simulator simulator =
                    Simulator.start(new InetSocketAddress(Simulator.address(host), port), scenario, clock, begin);
            if (fault != null) {
                simulator.faults().show(FaultOrder.always(fault));
            }
            return simulator;
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInput("cannot listen on " + host + ":" + port + ": " + e.getMessage());
        }
    }

    private static void announce(Simulator simulator, PrintStream out) {
        out.println("simulated RunPod at " + simulator.baseUrl() + ", "
                + simulator.fleet().pods(Instant.now()).size() + " pods now, "
                + simulator.fleet().everyPod().size() + " in all");
        out.flush();
    }

    private static Map<String, String> options(String[] args) throws BadInput {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!OPTIONS.contains(args[i])) {
                throw new BadInput("unknown option '" + args[i] + "'; " + USAGE);
            }
            if (i + 1 == args.length) {
                throw new BadInput(args[i] + " needs a value; " + USAGE);
            }
            options.put(args[i], args[i + 1]);
        }
        return options;
    }

    private static int port(String text) throws BadInput {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= PORT_MAX) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new BadInput("--port must be a number from 0 to " + PORT_MAX + ", not '" + text + "'");
    }

    private static Scenario scenario(@Nullable String file) throws BadInput {
        try {
            return file == null ? ScenarioFile.demo() : ScenarioFile.read(Path.of(file));
        } catch (ScenarioFile.Refused e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }

    private static Instant begin(@Nullable String text, Clock clock) throws BadInput {
        try {
            return text == null ? clock.instant() : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadInput("--begin must be an instant such as 2026-11-21T10:00:00Z, not '" + text + "'");
        }
    }

    private static @Nullable Fault fault(@Nullable String word) throws BadInput {
        if (word == null) {
            return null;
        }
        return Fault.named(word)
                .orElseThrow(() -> new BadInput("--fault must be one of " + Fault.words() + ", not '" + word + "'"));
    }
}
