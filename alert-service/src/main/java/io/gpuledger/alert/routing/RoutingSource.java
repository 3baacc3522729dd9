package io.gpuledger.alert.routing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.config.LedgerFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the routing file: the one the configuration names, else the shipped one. */
public final class RoutingSource {

    /** The place the shipped file has for the address everything is told to. */
    static final String WEBHOOK_URL = "${GPU_LEDGER_WEBHOOK_URL}";

    private static final String SHIPPED = "routing.yaml";
    private static final String NOBODY = "http://nobody.invalid/";

    private RoutingSource() {}

    /**
     * @param config the configuration file; absent means an empty one
     * @param routing the routing file itself, instead of the one the configuration names
     * @param webhookUrl whom the shipped file tells; absent or empty means nobody
     * @throws InvalidRouting if one of the files cannot be used
     */
    public static RoutingFile load(@Nullable Path config, @Nullable Path routing, @Nullable String webhookUrl) {
        if (routing != null) {
            return read(String.valueOf(routing.getFileName()), routing.toAbsolutePath());
        }
        LedgerFile.@Nullable Alerting alerting =
                config == null ? null : configured(config).alerting();
        if (config == null || alerting == null) {
            return shipped(webhookUrl);
        }
        Path file = config.toAbsolutePath().resolveSibling(alerting.file());
        return read(alerting.file(), file);
    }

    private static RoutingFile read(String name, Path file) {
        return RoutingReader.read(name, text(file), Objects.requireNonNull(file.getParent()));
    }

    private static LedgerFile configured(Path config) {
        try {
            return ConfigFile.read(config);
        } catch (ConfigFile.Refused e) {
            throw new InvalidRouting(String.valueOf(e.getMessage()), e);
        }
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > ConfigFile.BYTES_MAX) {
                throw new InvalidRouting(file + ": is larger than " + ConfigFile.BYTES_MAX + " bytes", null);
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new InvalidRouting(file + ": no such file", e);
        } catch (IOException e) {
            throw new InvalidRouting(file + ": cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }

    private static RoutingFile shipped(@Nullable String webhookUrl) {
        String address = webhookUrl == null ? "" : webhookUrl;
        boolean nobody = address.isBlank();
        if (!nobody && address.matches(".*['\\s].*")) {
            throw new InvalidRouting("GPU_LEDGER_WEBHOOK_URL: must be an http or https URL", null);
        }
        try (InputStream in = Objects.requireNonNull(RoutingSource.class.getResourceAsStream("/" + SHIPPED))) {
            String text = new String(in.readAllBytes(), UTF_8).replace(WEBHOOK_URL, nobody ? NOBODY : address);
            RoutingFile file = RoutingReader.read(SHIPPED, text, Path.of(""));
            return nobody ? file.withoutSinks() : file;
        } catch (IOException e) {
            throw new IllegalStateException("the shipped " + SHIPPED + " cannot be read", e);
        }
    }
}
