package io.gpuledger.alert.sink.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/** Believes whom others believe, if the certificate is made out to one name, whatever host was called: RFC 6125, 6.4. */
final class NamedServer extends X509ExtendedTrustManager {

    private final String name;
    private final X509TrustManager others;

    private NamedServer(String name, X509TrustManager others) {
        this.name = name.toLowerCase(Locale.ROOT);
        this.others = others;
    }

    static TrustManager[] only(String name, TrustManagerFactory factory) {
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(each -> new NamedServer(name, (X509TrustManager) each))
                .toArray(TrustManager[]::new);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        others.checkServerTrusted(chain, kind);
        boolean ours = Objects.requireNonNullElse(chain[0].getSubjectAlternativeNames(), List.<List<?>>of()).stream()
                .filter(each -> each.size() > 1)
                .anyMatch(each -> fits(String.valueOf(each.get(1)).toLowerCase(Locale.ROOT)));
        if (!ours) {
            throw new CertificateException("the certificate is not made out to server_name");
        }
    }

    /** A star stands for one part, the first. */
    private boolean fits(String pattern) {
        int dot = name.indexOf('.');
        return pattern.equals(name)
                || (pattern.startsWith("*.") && dot > 0 && name.substring(dot).equals(pattern.substring(1)));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        checkServerTrusted(chain, kind);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        checkServerTrusted(chain, kind);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new CertificateException("nobody is let in here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        checkClientTrusted(chain, kind);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        checkClientTrusted(chain, kind);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return others.getAcceptedIssuers();
    }
}
