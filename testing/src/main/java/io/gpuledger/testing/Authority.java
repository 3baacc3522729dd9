package io.gpuledger.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate authority of the test's own, made by the JDK's {@code keytool} in a folder. */
public final class Authority {

    private static final String PASSWORD = "changeit";

    private final Path folder;
    private final KeyStore keys;

    private Authority(Path folder, KeyStore keys) {
        this.folder = folder;
        this.keys = keys;
    }

    /** @param servers names in certificates, such as {@code ip:127.0.0.1}; each is a server's certificate of that alias */
    public static Authority in(Path folder, String... servers) throws Exception {
        Path store = folder.resolve("all.p12");
        keytool(store, "ca", "CN=ca", "-ext", "bc:c=ca:true");
        keytool(store, "stranger", "CN=stranger", "-ext", "bc:c=ca:true");
        keytool(store, "client", "CN=client", "-signer", "ca");
        for (String server : servers) {
            keytool(store, server, "CN=server", "-signer", "ca", "-ext", "san=" + server);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return new Authority(folder, keys);
    }

    private static void keytool(Path store, String alias, String name, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-validity",
                "3650",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString()));
        command.addAll(List.of("-storepass", PASSWORD, "-alias", alias, "-dname", name));
        command.addAll(Arrays.asList(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), US_ASCII);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }

    /** The path of a file with the certificate. */
    public String certificate(String alias) throws IOException, GeneralSecurityException {
        return written(alias + ".crt", "CERTIFICATE", keys.getCertificate(alias).getEncoded());
    }

    /** The path of a file with the key. */
    public String key(String alias) throws IOException, GeneralSecurityException {
        return written(
                alias + ".key",
                "PRIVATE KEY",
                keys.getKey(alias, PASSWORD.toCharArray()).getEncoded());
    }

    private String written(String name, String kind, byte[] der) throws IOException {
        return Files.writeString(folder.resolve(name.replace(':', '-')), pem(kind, der))
                .toString();
    }

    public static String pem(String kind, byte[] der) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
    }

    /** For the server of that name; it knows clients of this authority. */
    public SSLContext server(String alias) throws GeneralSecurityException, IOException {
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry(
                alias, keys.getKey(alias, PASSWORD.toCharArray()), new char[0], keys.getCertificateChain(alias));
        KeyManagerFactory shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        shown.init(own, new char[0]);
        TrustManagerFactory believed = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        believed.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown.getKeyManagers(), believed.getTrustManagers(), null);
        return context;
    }
}
