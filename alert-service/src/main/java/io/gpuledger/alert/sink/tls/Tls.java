package io.gpuledger.alert.sink.tls;

import io.gpuledger.alert.settings.Secret;
import io.gpuledger.common.tls.Anybody;
import io.gpuledger.common.tls.Believed;
import io.gpuledger.common.tls.Pem;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * {@code tls_config}.
 *
 * @param serverName what the other's certificate must be made out to; absent means the host that is called
 * @param trustAll whether the other's certificate is not looked at
 * @param versions as Java calls them
 */
public record Tls(Files files, @Nullable String serverName, boolean trustAll, List<String> versions) {

    private static final char[] NO_PASSWORD = {};

    /**
     * Where what is believed and shown comes from; read anew on each use.
     *
     * @param ca whose certificates are believed; absent means those the Java runtime knows
     * @param cert ours, with the chain above it; together with {@code key} or not at all
     */
    public record Files(
            @Nullable Secret ca,
            @Nullable Secret cert,
            @Nullable Secret key) {}

    /** What is in the files now; equal as long as nobody changed them. */
    public record Material(
            @Nullable String ca,
            @Nullable String cert,
            @Nullable String key) {

        @Override
        public String toString() {
            return "<secret>";
        }
    }

    /** @throws IOException if a file cannot be read now */
    public Material material() throws IOException {
        return new Material(text(files.ca), text(files.cert), text(files.key));
    }

    private static @Nullable String text(@Nullable Secret file) throws IOException {
        return file == null ? null : file.read();
    }

    /** @throws IOException if what is in the files cannot be used; the message does not say what it is */
    public SSLContext context(Material material) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(shown(material), believed(material), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("tls_config: the certificates or the key cannot be used", e);
        }
    }

    private static KeyManager @Nullable [] shown(Material material) throws GeneralSecurityException, IOException {
        if (material.cert == null || material.key == null) {
            return null;
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        store.setKeyEntry("ours", Pem.key(material.key), NO_PASSWORD, Pem.certificates(material.cert));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private TrustManager[] believed(Material material) throws GeneralSecurityException, IOException {
        if (trustAll) {
            return new TrustManager[] {new Anybody()};
        }
        TrustManagerFactory factory = Believed.factory(material.ca);
        return serverName == null ? factory.getTrustManagers() : NamedServer.only(serverName, factory);
    }
}
