package io.gpuledger.alert.sink.access;

import io.gpuledger.alert.settings.Fields;
import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.net.HttpAddress;
import io.gpuledger.alert.sink.net.NoProxy;
import io.gpuledger.alert.sink.net.Proxies;
import io.gpuledger.alert.sink.net.Transport;
import io.gpuledger.alert.sink.tls.Tls;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads {@code tls_config} and the fields of proxies. */
public final class TransportReader {

    /** As the file and as Java call them, the oldest first; of the first two Java speaks neither any more. */
    private static final List<String> NAMES = List.of("TLS10", "TLS11", "TLS12", "TLS13");

    private static final List<String> VERSIONS = List.of("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3");
    private static final int OLDEST = NAMES.indexOf("TLS12");
    private static final int NEWEST = NAMES.indexOf("TLS13");

    private TransportReader() {}

    static Transport read(Fields above, boolean followsRedirects) {
        Fields tls = above.section("tls_config");
        return new Transport(tls == null ? null : tls(tls), proxies(above), followsRedirects);
    }

    /** @param tls the section itself */
    public static Tls tls(Fields tls) {
        Secret cert = tls.secret("cert");
        Secret key = tls.secret("key");
        if (cert != null && key == null) {
            throw tls.refused(
                    "cert_file",
                    "exactly one of key or key_file must be configured when a client certificate is configured");
        }
        if (cert == null && key != null) {
            throw tls.refused(
                    "key_file", "exactly one of cert or cert_file must be configured when a client key is configured");
        }
        Tls read = new Tls(
                new Tls.Files(tls.secret("ca"), cert, key),
                tls.filled("server_name"),
                tls.flag("insecure_skip_verify", false),
                versions(tls));
        tls.done();
        return read;
    }

    private static List<String> versions(Fields tls) {
        int oldest = version(tls, "min_version", OLDEST);
        int newest = version(tls, "max_version", NEWEST);
        if (newest < OLDEST) {
            throw tls.refused("max_version", "max_version must be TLS12 or TLS13: nothing older is spoken here");
        }
        if (newest < oldest) {
            throw tls.refused("max_version", "max_version must be greater than or equal to min_version");
        }
        return VERSIONS.subList(Math.max(oldest, OLDEST), newest + 1);
    }

    private static int version(Fields tls, String field, int otherwise) {
        String name = tls.text(field);
        if (name != null && !NAMES.contains(name)) {
            throw tls.refused(field, field + " must be one of " + String.join(", ", NAMES));
        }
        return name == null ? otherwise : NAMES.indexOf(name);
    }

    private static Proxies proxies(Fields above) {
        String address = above.filled("proxy_url");
        String exceptions = above.filled("no_proxy");
        boolean environment = above.flag("proxy_from_environment", false);
        Map<String, List<Secret>> headers = connectHeaders(above);
        if (environment && (address != null || exceptions != null)) {
            throw above.refused(
                    "proxy_from_environment",
                    "if proxy_from_environment is configured, proxy_url and no_proxy must not be configured");
        }
        if (address == null && exceptions != null) {
            throw above.refused("no_proxy", "if no_proxy is configured, proxy_url must also be configured");
        }
        if (address == null && !environment && !headers.isEmpty()) {
            throw above.refused(
                    "proxy_connect_header",
                    "if proxy_connect_header is configured, proxy_url or proxy_from_environment must also be configured");
        }
        if (address != null && !(address.startsWith("http://") && HttpAddress.isOne(address))) {
            throw above.refused(
                    "proxy_url", "proxy_url must start with http:// and have a host: no other proxy is spoken to");
        }
        return new Proxies(
                address == null ? null : Secret.of(address),
                exceptions == null ? NoProxy.NOTHING : NoProxy.read(exceptions),
                environment ? System.getenv() : Map.of(),
                headers);
    }

    /** Java sends a proxy no others than these. */
    private static Map<String, List<Secret>> connectHeaders(Fields above) {
        Map<String, List<Secret>> headers = new LinkedHashMap<>();
        Fields section = above.section("proxy_connect_header");
        if (section == null) {
            return headers;
        }
        for (String name : section.names()) {
            List<String> values = section.texts(name);
            if (!name.toLowerCase(Locale.ROOT).startsWith("proxy-")) {
                throw section.refused(name, "only headers that begin with Proxy- reach a proxy");
            }
            headers.put(name, values.stream().map(Secret::of).toList());
        }
        return headers;
    }
}
