package io.gpuledger.cli.launch.place;

import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.config.WatchedAccount;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is watched: the user's file, or one written here for a key in the environment, or for the simulated provider. */
public record Configuration(Path file, LedgerFile content, Origin origin) {

    public static final String RUNPOD_KEY = "RUNPOD_API_KEY";
    public static final String SIMULATED_KEY = "GPU_LEDGER_SIMULATED_KEY";

    private static final String DEMO = "/io/gpuledger/simulator/demo-gpu-ledger.yaml";
    private static final String FOR_RUNPOD = """
            # Written because %1$s is set. The key itself stays in the environment.
            accounts:
              - {name: main, provider: runpod, keyEnv: %1$s}
            """.formatted(RUNPOD_KEY);

    /** Where a configuration comes from. */
    public enum Origin {
        GIVEN,
        KEY,
        SIMULATED
    }

    public static Configuration choose(
            @Nullable Path given, Map<String, String> environment, HomeFolder folder, Ports ports) throws CannotStart {
        Configuration chosen;
        if (given != null) {
            chosen = read(given.toAbsolutePath().normalize(), Origin.GIVEN);
        } else if (!environment.getOrDefault(RUNPOD_KEY, "").isBlank()) {
            chosen = write(folder, FOR_RUNPOD, Origin.KEY);
        } else {
            chosen = write(folder, demo(ports), Origin.SIMULATED);
        }
        for (WatchedAccount account : chosen.content().accounts()) {
            checkKey(account, environment, chosen.file());
        }
        return chosen;
    }

    /** Whether one of the accounts is the simulated provider's. */
    public boolean isSimulated(Ports ports) {
        return content.accounts().stream()
                .map(WatchedAccount::url)
                .anyMatch(url -> url != null && isLoopback(url) && url.getPort() == ports.simulator());
    }

    /** The environment variables that hold keys. */
    public Set<String> keyVariables() {
        return content.accounts().stream()
                .flatMap(account -> account.keyEnv() == null
                        ? java.util.stream.Stream.empty()
                        : java.util.stream.Stream.of(account.keyEnv()))
                .collect(Collectors.toSet());
    }

    private static boolean isLoopback(URI url) {
        return Ports.HOST.equals(url.getHost()) || "localhost".equals(url.getHost());
    }

    /** A relative key file is taken from the configuration file's folder, as pricing-service takes it. */
    private static void checkKey(WatchedAccount account, Map<String, String> environment, Path configuration)
            throws CannotStart {
        String variable = account.keyEnv();
        String file = account.keyFile();
        if (variable != null
                && !variable.equals(SIMULATED_KEY)
                && environment.getOrDefault(variable, "").isBlank()) {
            throw new CannotStart(
                    "account " + account.ref() + ": the environment variable " + variable + " is not set");
        }
        if (file != null && !Files.isReadable(configuration.resolveSibling(file))) {
            throw new CannotStart("account " + account.ref() + ": the key file " + file + " cannot be read");
        }
    }

    private static Configuration write(HomeFolder folder, String text, Origin origin) throws CannotStart {
        Path file = folder.root().resolve("gpu-ledger.yaml");
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new CannotStart(file + " cannot be written: " + e.getMessage(), e);
        }
        return read(file, origin);
    }

    private static Configuration read(Path file, Origin origin) throws CannotStart {
        try {
            return new Configuration(file, ConfigFile.read(file), origin);
        } catch (ConfigFile.Refused e) {
            throw new CannotStart(String.valueOf(e.getMessage()), e);
        }
    }

    private static String demo(Ports ports) throws CannotStart {
        try (InputStream in = Configuration.class.getResourceAsStream(DEMO)) {
            if (in == null) {
                throw new CannotStart("the simulated provider is not built: run ./gpu-ledger from the whole tree");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(":" + Ports.DEFAULT.simulator(), ":" + ports.simulator());
        } catch (IOException e) {
            throw new CannotStart("the simulated provider's configuration cannot be read: " + e.getMessage(), e);
        }
    }
}
