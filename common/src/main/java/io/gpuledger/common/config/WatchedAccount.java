package io.gpuledger.common.config;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.action.ActionOrder;
import io.gpuledger.common.value.InvalidValue;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account to watch. Its key comes from an environment variable or a file, never from this file itself.
 *
 * @param provider {@code runpod}
 * @param keyEnv name of the environment variable that holds the API key
 * @param keyFile path of a file that holds the API key and nothing else
 * @param url base address of the provider's API; absent means the provider's own
 * @param pollInterval how often it is asked, at least 5 s; absent means 60 s
 * @param actions what may be done in it by order of the routing file; nothing where absent
 */
public record WatchedAccount(
        String name,
        String provider,
        @Nullable String keyEnv,
        @Nullable String keyFile,
        @Nullable URI url,
        @Nullable Duration pollInterval,
        List<ActionOrder.Verb> actions) {

    public static final Duration POLL_INTERVAL_MIN = Duration.ofSeconds(5);
    public static final Duration POLL_INTERVAL_DEFAULT = Duration.ofSeconds(60);

    public WatchedAccount {
        new AccountRef(provider, name);
        InvalidValue.unless("runpod".equals(provider), "provider", "must be runpod");
        InvalidValue.unless((keyEnv == null) != (keyFile == null), "keyEnv, keyFile", "needs exactly one of the two");
        InvalidValue.unless(
                url == null || "http".equals(url.getScheme()) || "https".equals(url.getScheme()),
                "url",
                "must start with http:// or https://");
        InvalidValue.unless(
                pollInterval == null || pollInterval.compareTo(POLL_INTERVAL_MIN) >= 0,
                "pollInterval",
                "must be at least 5s");
        actions = actions == null ? List.of() : List.copyOf(actions);
    }

    /** One in which nothing may be done. */
    public WatchedAccount(
            String name,
            String provider,
            @Nullable String keyEnv,
            @Nullable String keyFile,
            @Nullable URI url,
            @Nullable Duration pollInterval) {
        this(name, provider, keyEnv, keyFile, url, pollInterval, List.of());
    }

    public AccountRef ref() {
        return new AccountRef(provider, name);
    }

    /** How often the account is asked, with the default in force. */
    public Duration interval() {
        return pollInterval == null ? POLL_INTERVAL_DEFAULT : pollInterval;
    }
}
