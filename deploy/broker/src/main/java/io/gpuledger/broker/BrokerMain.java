package io.gpuledger.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The broker as a process of its own: says {@code ready HOST:PORT} once it answers, and ends cleanly on SIGTERM. */
public final class BrokerMain {

    private static final Set<String> OPTIONS = Set.of("--data", "--port", "--controller-port", "--host");
    private static final String USAGE =
            "usage: BrokerMain --data FOLDER --port PORT --controller-port PORT [--host ADDRESS]";

    private BrokerMain() {}

    public static void main(String[] args) {
        logQuietly();
        Settings settings;
        try {
            settings = settings(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "; " + USAGE);
            System.exit(2);
            return;
        }
        run(settings);
    }

    private static void run(Settings settings) {
        try {
            EmbeddedBroker broker = EmbeddedBroker.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "close-broker"));
            System.out.println("ready " + broker.bootstrapServers());
        } catch (RuntimeException e) {
            System.err.println("the broker cannot start: " + e);
            System.exit(1);
        }
    }

    /** @throws IllegalArgumentException naming the option that is wrong */
    static Settings settings(String... args) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!OPTIONS.contains(args[i])) {
                throw new IllegalArgumentException("unknown option " + args[i]);
            }
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " needs a value");
            }
            given.put(args[i], args[i + 1]);
        }
        return new Settings(
                Path.of(required(given, "--data")),
                port(given, "--port"),
                port(given, "--controller-port"),
                given.getOrDefault("--host", Settings.LOOPBACK));
    }

    private static String required(Map<String, String> given, String option) {
        String value = given.get(option);
        if (value == null) {
            throw new IllegalArgumentException(option + " is required");
        }
        return value;
    }

    private static int port(Map<String, String> given, String option) {
        String value = required(given, option);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " must be a number, not '" + value + "'", e);
        }
    }

    private static void logQuietly() {
        Map.of(
                        "org.slf4j.simpleLogger.logFile", "System.out",
                        "org.slf4j.simpleLogger.defaultLogLevel", "warn",
                        "org.slf4j.simpleLogger.showDateTime", "true",
                        "org.slf4j.simpleLogger.dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX")
                .forEach((key, value) -> System.setProperty(key, System.getProperty(key, value)));
    }
}
