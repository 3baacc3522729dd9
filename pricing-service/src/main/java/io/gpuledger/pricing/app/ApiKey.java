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
                    ? "environment variable " + account.keyEnv()
                    : "key file " + account.keyFile();
            String missing = account.keyEnv() != null ? " is not set" : " cannot be read or is empty";
            throw new BadSetting("account " + account.ref() + ": " + where
                    + (written().isEmpty() ? missing : " does not hold one line of plain characters"));
        }
    }

    /** Empty where it cannot be had; the provider will then say so. What no HTTP header can carry is no key. */
    @Override
    public String get() {
        String key = written();
        return key.chars().allMatch(c -> c > ' ' && c < 0x7f) ? key : "";
    }

    private String written() {
        if (account.keyEnv() != null) {
            return environment.getOrDefault(account.keyEnv(), "").strip();
        }
        try {
            return Files.readString(folder.resolve(Objects.requireNonNull(account.keyFile())))
                    .strip();
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public String toString() {
        return "ApiKey[" + account.ref() + "]";
    }
}
