package io.gpuledger.cli.letters;

import io.gpuledger.cli.service.Access;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that say which letters, and whom to ask. */
final class LetterChoice {

    @Option(
            names = "--topic",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "The topic they came on, such as pods.v1.")
    private @Nullable String topic;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            scope = ScopeType.INHERIT,
            description = "A part of their reason, in any case.")
    private @Nullable String reason;

    @Option(names = "--from", paramLabel = "ISO", scope = ScopeType.INHERIT, description = "Buried at or after.")
    private @Nullable Instant from;

    @Option(names = "--to", paramLabel = "ISO", scope = ScopeType.INHERIT, description = "Buried before.")
    private @Nullable Instant to;

    @Option(
            names = "--url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "ledger-service. Default: http://127.0.0.1:8102")
    private URI url = URI.create("http://127.0.0.1:8102");

    @Mixin
    private final Access access = new Access();

    /** Whom to ask. */
    URI url() {
        return url;
    }

    Access access() {
        return access;
    }

    boolean namesTopicOrReason() {
        return topic != null || reason != null;
    }

    /** The same as parameters of the REST question. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "topic", topic);
        put(parameters, "reason", reason);
        put(parameters, "from", from);
        put(parameters, "to", to);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }
}
