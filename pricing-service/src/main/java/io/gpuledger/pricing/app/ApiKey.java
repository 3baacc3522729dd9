package io.gpuledger.pricing.app;

import io.gpuledger.common.config.WatchedAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** The key of an account, read anew at each use, so that a rotated one is taken up. */
final class ApiKey implements Supplier<String> {

    private final WatchedAccount account;
    private final Map<String, String> environment;
    private final Path folder;

    /** @param folder where a relative key file is taken from: the configuration file's own */
    ApiKey(WatchedAccount account, Map<String, String> environment, Path folder) {
        this.account = account;
        this.environment = environment;
        this.folder = folder;
    }

    /** Stops the start where there is no key. */
    void check() throws BadSetting {
        if (get().isEmpty()) {
            String where = account.keyEnv() != null
                    ? "environment variable " + account.keyEnv() + " is not set or is not one line of plain characters"
                    : "key file " + account.keyFile() + " cannot be read or is not one line of plain characters";
            throw new BadSetting("account " + account.ref() + ": " + where);
        }
    }

    /** Empty where it cannot be had; the provider will then say so. */
    @Override
    public String get() {
        if (account.keyEnv() != null) {
            return usable(environment.getOrDefault(account.keyEnv(), "").strip());
        }
        try {
            Path file = folder.resolve(Objects.requireNonNull(account.keyFile()));
            return usable(Files.readString(file).strip());
        } catch (IOException e) {
            return "";
        }
    }

    /** What no HTTP header can carry is no key; and the message that says so would hold it. */
    private static String usable(String key) {
        return key.chars().allMatch(c -> c > ' ' && c < 0x7f) ? key : "";
    }

    @Override
    public String toString() {
        return "ApiKey[" + account.ref() + "]";
    }
}
