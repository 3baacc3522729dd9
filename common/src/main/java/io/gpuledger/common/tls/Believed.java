package io.gpuledger.common.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whose certificates are believed to be who they say. */
public final class Believed {

    /** Names a file with certificates that this program believes in place of those the Java runtime knows. */
    public static final String SETTING = "GPU_LEDGER_CA_FILE";

    /** The file cannot be used; the message is one line that names it. */
    public static final class Unusable extends Exception {
        Unusable(String message, Exception cause) {
            super(message, cause);
        }
    }

    private Believed() {}

    /** @param file certificates in PEM; absent means those the Java runtime knows */
    public static SSLContext context(@Nullable Path file) throws Unusable {
        try {
            return context(factory(file == null ? null : Files.readString(file)).getTrustManagers());
        } catch (IOException e) {
            throw new Unusable(SETTING + " " + file + " cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw new Unusable(SETTING + " " + file + " holds no certificate in PEM", e);
        }
    }

    /** For questions that hold nothing secret, to this machine. */
    public static SSLContext anybody() {
        try {
            return context(new TrustManager[] {new Anybody()});
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has TLS", e);
        }
    }

    /** @param pem certificates; absent means those the Java runtime knows */
    public static TrustManagerFactory factory(@Nullable String pem) throws GeneralSecurityException, IOException {
        KeyStore store = null;
        if (pem != null) {
            store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (Certificate each : Pem.certificates(pem)) {
                store.setCertificateEntry("ca-" + store.size(), each);
            }
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }

    private static SSLContext context(TrustManager[] managers) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers, null);
        return context;
    }
}
