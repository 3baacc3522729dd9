package io.gpuledger.alert.app;

import io.gpuledger.alert.alert.Links;
import io.gpuledger.alert.answer.PagerDutyHook;
import io.gpuledger.alert.api.Front;
import io.gpuledger.alert.delivery.DeliveryLimits;
import io.gpuledger.alert.flow.Place;
import io.gpuledger.alert.routing.RoutingFile;
import io.gpuledger.alert.routing.RoutingInForce;
import io.gpuledger.alert.routing.RoutingSource;
import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.vigil.OwnRoutes;
import io.gpuledger.alert.vigil.VigilSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every setting of the service, with its default. */
@ConfigMapping(prefix = "gpu-ledger")
public interface AlertConfig {

    /** The configuration file; absent means an empty one. Environment: {@code GPU_LEDGER_CONFIG}. */
    Optional<String> config();

    /** Where the flow keeps its lock and checkpoints. Environment: {@code GPU_LEDGER_STATE_DIR}. */
    @WithDefault("state")
    String stateDir();

    /** What the other instances call this one, as {@code host:port}; the same for no two of them. */
    String advertised();

    /** Whom the shipped routing tells; absent means nobody. Environment: {@code GPU_LEDGER_WEBHOOK_URL}. */
    Optional<String> webhookUrl();

    Alert alert();

    /** What concerns alerts only. */
    interface Alert {

        /** The routing file itself, instead of the one the configuration names. */
        Optional<String> routingFile();

        /** Under which everything is answered, such as {@code /alerts}; absent for nothing. */
        Optional<String> routePrefix();

        /** The pages whose scripts may use API v2: an origin, or {@code *} for all; absent for none. */
        Optional<String> allowOrigin();

        /** Whether, as with Alertmanager, the end of what was announced is not told while the alert is kept quiet. */
        @WithDefault("false")
        boolean quietEnds();

        /** Whether webhooks may lead to private and loopback addresses. */
        @WithDefault("false")
        boolean allowPrivateTargets();

        /** The secret of PagerDuty's webhooks to this service; absent means that they are not taken. */
        Optional<String> pagerdutyWebhookSecret();

        /** A file with that secret, read anew on each use; two with a blank between them while one takes over. */
        Optional<String> pagerdutyWebhookSecretFile();

        /** Where people reach this service; goes into notifications. */
        @WithDefault("http://localhost:8103")
        String externalUrl();

        /** Where people reach the ledger; goes into alerts, as the link to the cost behind them and to runbooks. */
        @WithDefault("http://localhost:8102")
        String ledgerUrl();

        /** Where people reach the console, such as {@code http://localhost:8102/console}; absent: alerts link to the ledger's REST. */
        Optional<String> consoleUrl();

        /** The origins of the console, separated by commas: its pages may ask and command here. */
        @WithDefault("http://127.0.0.1:8102,http://localhost:8102")
        List<String> consoleOrigins();

        /** The longest first pause before a delivery is tried again. */
        @WithDefault("PT0.5S")
        Duration retryFirstDelay();

        /** The longest pause between attempts. */
        @WithDefault("PT1M")
        Duration retryDelayMax();

        /** The longest a {@code Retry-After} is obeyed. */
        @WithDefault("PT1H")
        Duration retryAfterMax();

        /** A notification older than this becomes a dead letter. */
        @WithDefault("PT24H")
        Duration giveUpAfter();

        /** Who is told that a receiver fails where the routing file tells nobody but that receiver; absent for nobody. */
        Optional<String> fallbackReceiver();

        /** A receiver that has taken nothing for so long is told to others. */
        @WithDefault("PT15M")
        Duration receiverFailingAfter();

        /** Where a heartbeat is sent; absent, here and in the file, for nowhere. */
        Optional<String> heartbeatUrl();

        /** The file with that address. */
        Optional<String> heartbeatUrlFile();

        /** How often. */
        @WithDefault("PT1M")
        Duration heartbeatInterval();

        /** How many other instances hold a copy of what is remembered, and answer and take over with it; 1 to 8. */
        @WithDefault("1")
        int standbyReplicas();

        /** How many calls one receiver gets at once. */
        @WithDefault("8")
        int callsPerReceiver();

        /** How many notifications may wait for their receivers. */
        @WithDefault("5000")
        int waitingMax();
    }

    private static @Nullable Path file(Optional<String> name) {
        return name.filter(text -> !text.isBlank()).map(Path::of).orElse(null);
    }

    private RoutingFile routing() {
        RoutingFile file = RoutingSource.load(
                file(config()), file(alert().routingFile()), webhookUrl().orElse(null));
        return OwnRoutes.in(alert().quietEnds() ? file.withQuietEnds() : file, vigil());
    }

    private VigilSettings vigil() {
        return new VigilSettings(
                alert().receiverFailingAfter(),
                alert().fallbackReceiver().filter(name -> !name.isBlank()),
                VigilSettings.heartbeat(
                        alert().heartbeatUrl(), alert().heartbeatUrlFile(), alert().heartbeatInterval()));
    }

    /** Whether PagerDuty may tell who acknowledged there. */
    default PagerDutyHook.Settings pagerDutyHook() {
        Optional<Secret> inFile =
                Optional.ofNullable(file(alert().pagerdutyWebhookSecretFile())).map(Secret::in);
        return new PagerDutyHook.Settings(inFile.or(() ->
                alert().pagerdutyWebhookSecret().filter(text -> !text.isBlank()).map(Secret::of)));
    }

    /** How it is reached over HTTP. */
    default Front.Settings front() {
        return new Front.Settings(
                alert().routePrefix().orElse(""),
                alert().allowOrigin().orElse(""),
                Set.copyOf(alert().consoleOrigins()));
    }

    /** The settings as plain values; what cannot be used is refused. */
    default AlertSettings settings(String bootstrapServers, int port, boolean tls) {
        return new AlertSettings(
                bootstrapServers,
                new Place(Path.of(stateDir()), advertised(), alert().standbyReplicas()),
                new RoutingInForce(this::routing, Instant.now()),
                alert().externalUrl(),
                new Links(alert().ledgerUrl(), alert().consoleUrl().orElse("")),
                alert().allowPrivateTargets(),
                new DeliveryLimits(
                        alert().retryFirstDelay(),
                        alert().retryDelayMax(),
                        alert().retryAfterMax(),
                        alert().giveUpAfter(),
                        alert().callsPerReceiver(),
                        alert().waitingMax()),
                new AlertSettings.Door(port, alert().routePrefix().orElse(""), tls),
                vigil());
    }
}
