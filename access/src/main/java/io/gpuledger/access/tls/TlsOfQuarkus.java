package io.gpuledger.access.tls;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Says the settings of TLS as Quarkus calls them: on the same port, and nothing without TLS any more. */
public final class TlsOfQuarkus implements ConfigSourceFactory {

    private static final String CERTIFICATE = "gpu-ledger.tls-certificate-file";
    private static final String KEY = "gpu-ledger.tls-key-file";

    /** A certificate that is renewed is shown so soon; Quarkus takes no less than 30 s. */
    private static final String RENEWED_WITHIN = "30S";

    /** Over the settings of the application, under those of whoever starts it. */
    private static final int ORDINAL = 270;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (isAbsent(context, CERTIFICATE) || isAbsent(context, KEY)) {
            return List.of();
        }
        Map<String, String> settings = Map.of(
                "quarkus.http.ssl.certificate.files",
                "${" + CERTIFICATE + "}",
                "quarkus.http.ssl.certificate.key-files",
                "${" + KEY + "}",
                "quarkus.http.ssl.certificate.reload-period",
                RENEWED_WITHIN,
                "quarkus.http.ssl-port",
                "${quarkus.http.port}",
                "quarkus.http.insecure-requests",
                "disabled");
        return List.of(new PropertiesConfigSource(settings, "TLS of gpu-ledger", ORDINAL));
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(ORDINAL);
    }

    private static boolean isAbsent(ConfigSourceContext context, String name) {
        ConfigValue said = context.getValue(name);
        return said == null || said.getValue() == null || said.getValue().isBlank();
    }
}
