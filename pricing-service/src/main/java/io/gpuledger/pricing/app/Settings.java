package io.gpuledger.pricing.app;

import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.config.WatchedAccount;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the configuration file and checks that every account in it has a key. */
final class Settings {

    private Settings() {}

    /** The folder a configuration file is in. */
    static Path folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    /** @param file absent means that nothing is watched */
    static LedgerFile read(@Nullable Path file, Map<String, String> environment) throws BadSetting {
        try {
            if (file == null) {
                return LedgerFile.EMPTY;
            }
            LedgerFile settings = ConfigFile.read(file);
            for (WatchedAccount account : settings.accounts()) {
                new ApiKey(account, environment, folder(file)).check();
            }
            return settings;
        } catch (ConfigFile.Refused e) {
            throw new BadSetting(String.valueOf(e.getMessage()));
        }
    }
}
