package io.gpuledger.broker;

import io.gpuledger.broker.EmbeddedBroker.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The broker as a process: {@code --data DIR --port N --controller-port N [--host H]}; ends cleanly on SIGTERM. */
public final class BrokerMain {

    private static final int EXIT_CODE_BAD_INPUT = 2;
    private static final int EXIT_CODE_FAILED = 1;

    private BrokerMain() {}

    public static void main(String[] args) {
        Settings settings;
        try {
            settings = settings(args);
        } catch (IllegalArgumentException e) {
            fail(String.valueOf(e.getMessage()), EXIT_CODE_BAD_INPUT);
            return;
        }
        try {
            EmbeddedBroker broker = EmbeddedBroker.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
            System.out.println("ready " + broker.bootstrapServers());
            broker.awaitShutdown();
        } catch (IOException | RuntimeException e) {
            fail("the broker cannot start: " + e, EXIT_CODE_FAILED);
        }
    }

    private static void fail(String message, int exitCode) {
        System.err.println(message);
        System.exit(exitCode);
    }

    private static Settings settings(String[] args) {
        Map<String, String> given = new HashMap<>(Map.of("--host", "127.0.0.1"));
        for (int i = 0; i < args.length; i += 2) {
            if (!args[i].startsWith("--") || i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + ": needs a name and a value");
            }
            given.put(args[i], args[i + 1]);
        }
        return new Settings(
                Path.of(required(given, "--data")),
                required(given, "--host"),
                port(given, "--port"),
                port(given, "--controller-port"));
    }

    private static String required(Map<String, String> given, String name) {
        String value = given.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is required");
        }
        return value;
    }

    private static int port(Map<String, String> given, String name) {
        try {
            return Integer.parseInt(required(given, name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a port number");
        }
    }
}
