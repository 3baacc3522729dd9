package io.gpuledger.common.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in files between BEGIN and END: certificates, and keys as OpenSSL writes them without a password. */
public final class Pem {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN ((?:RSA |EC )?PRIVATE KEY)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private Pem() {}

    /** @throws GeneralSecurityException if there is none that can be read; the message does not show what is there */
    public static Certificate[] certificates(String text) throws GeneralSecurityException {
        Certificate[] all = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(text.getBytes(US_ASCII)))
                .toArray(Certificate[]::new);
        if (all.length == 0) {
            throw new GeneralSecurityException("no certificate");
        }
        return all;
    }

    /** @throws GeneralSecurityException if there is none without a password; the message does not show what is there */
    public static PrivateKey key(String text) throws GeneralSecurityException {
        Matcher found = KEY.matcher(text);
        if (!found.find()) {
            throw new GeneralSecurityException("no private key");
        }
        byte[] der = Base64.getMimeDecoder().decode(found.group(2));
        byte[] pkcs8 = switch (found.group(1)) {
            case "RSA PRIVATE KEY" -> Der.ofRsa(der);
            case "EC PRIVATE KEY" -> Der.ofCurve(der);
            default -> der;
        };
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(pkcs8);
        GeneralSecurityException problem = new GeneralSecurityException("no private key of a known kind");
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException e) {
                problem.addSuppressed(e);
            }
        }
        throw problem;
    }
}
