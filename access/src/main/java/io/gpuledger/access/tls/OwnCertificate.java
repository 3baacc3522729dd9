package io.gpuledger.access.tls;

import io.gpuledger.common.tls.Pem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Optional;

/** What a service shows to who asks it over TLS. */
public final class OwnCertificate {

    public static final String CERTIFICATE = "GPU_LEDGER_TLS_CERTIFICATE_FILE";
    public static final String KEY = "GPU_LEDGER_TLS_KEY_FILE";

    private static final byte[] ANYTHING = {1, 2, 3};

    /** It cannot be shown; one line that names the setting and the file, and nothing of what is in it. */
    public static final class Unusable extends Exception {
        Unusable(String message) {
            super(message);
        }
    }

    private OwnCertificate() {}

    /** Both or none are given, can be read, and belong together. */
    public static void check(TlsSettings settings) throws Unusable {
        Optional<Path> certificate = settings.tlsCertificateFile();
        Optional<Path> key = settings.tlsKeyFile();
        if (certificate.isEmpty() && key.isEmpty()) {
            return;
        }
        if (certificate.isEmpty() || key.isEmpty()) {
            throw new Unusable("TLS needs both " + CERTIFICATE + " and " + KEY);
        }
        if (!belongTogether(certificate(certificate.get()), key(key.get()))) {
            throw new Unusable(KEY + " " + key.get() + " is not the key of " + CERTIFICATE + " " + certificate.get());
        }
    }

    private static PublicKey certificate(Path file) throws Unusable {
        try {
            return Pem.certificates(text(CERTIFICATE, file))[0].getPublicKey();
        } catch (GeneralSecurityException e) {
            throw new Unusable(CERTIFICATE + " " + file + " is no certificate in PEM");
        }
    }

    private static PrivateKey key(Path file) throws Unusable {
        try {
            return Pem.key(text(KEY, file));
        } catch (GeneralSecurityException e) {
            throw new Unusable(KEY + " " + file + " is no private key in PEM without a password");
        }
    }

    private static String text(String setting, Path file) throws Unusable {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Unusable(setting + " " + file + " cannot be read");
        }
    }

    /** What one signs, the other recognises. */
    private static boolean belongTogether(PublicKey shown, PrivateKey key) {
        try {
            String algorithm = switch (key.getAlgorithm()) {
                case "RSA" -> "SHA256withRSA";
                case "EC" -> "SHA256withECDSA";
                default -> key.getAlgorithm();
            };
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(ANYTHING);
            byte[] signed = signature.sign();
            signature.initVerify(shown);
            signature.update(ANYTHING);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
