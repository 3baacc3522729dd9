package io.gpuledger.access.tls;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** How a service is asked over TLS, and asks others. */
@ConfigMapping(prefix = "gpu-ledger")
public interface TlsSettings {

    /** The certificate to show, with the chain above it, in PEM; with {@link #tlsKeyFile}. {@code GPU_LEDGER_TLS_CERTIFICATE_FILE}. */
    Optional<Path> tlsCertificateFile();

    /** Its key in PEM, without a password. Absent, like the certificate, for plain HTTP. {@code GPU_LEDGER_TLS_KEY_FILE}. */
    Optional<Path> tlsKeyFile();

    /** Whose certificates this service believes when it asks others; absent: as Java does. {@code GPU_LEDGER_CA_FILE}. */
    Optional<Path> caFile();

    /** Whether something else keeps secret what travels without TLS. {@code GPU_LEDGER_ALLOW_CLEAR_TOKENS}. */
    @WithDefault("false")
    boolean allowClearTokens();

    /** Whether it is asked over TLS; so are its other instances. */
    default boolean isOn() {
        return tlsCertificateFile().isPresent() && tlsKeyFile().isPresent();
    }
}
