package io.gpuledger.alert.vigil;

import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.heartbeat.HeartbeatSettings;
import io.gpuledger.alert.sink.net.HttpAddress;
import io.gpuledger.common.value.InvalidValue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How we watch.
 *
 * @param failingAfter a receiver that has taken nothing for so long is told to others
 * @param fallback whom, where the routing file names nobody else
 * @param heartbeat absent where nobody waits for it
 */
public record VigilSettings(Duration failingAfter, Optional<String> fallback, Optional<HeartbeatSettings> heartbeat) {

    public static final VigilSettings DEFAULT =
            new VigilSettings(Duration.ofMinutes(15), Optional.empty(), Optional.empty());

    private static final Duration EVERY_MIN = Duration.ofSeconds(10);

    public VigilSettings {
        InvalidValue.unless(failingAfter.isPositive(), "receiver-failing-after", "must be above zero");
        heartbeat.ifPresent(beat -> InvalidValue.unless(
                beat.every().compareTo(EVERY_MIN) >= 0, "heartbeat-interval", "must be at least 10 s"));
    }

    /** @param name absent or empty for nobody */
    public VigilSettings withFallback(@Nullable String name) {
        return new VigilSettings(failingAfter, Optional.ofNullable(name).filter(text -> !text.isBlank()), heartbeat);
    }

    /**
     * @param url where a heartbeat goes; or absent
     * @param urlFile the file that says where; or absent
     */
    public static Optional<HeartbeatSettings> heartbeat(
            Optional<String> url, Optional<String> urlFile, Duration every) {
        Optional<Secret> written = url.filter(text -> !text.isBlank()).map(text -> {
            InvalidValue.unless(HttpAddress.isOne(text.strip()), "heartbeat-url", "must be an http or https URL");
            return Secret.of(text.strip());
        });
        return written.or(() -> urlFile.filter(name -> !name.isBlank()).map(name -> Secret.in(Path.of(name))))
                .map(address -> new HeartbeatSettings(address, every));
    }
}
