package io.gpuledger.alert.sink.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.alert.settings.Secret;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which proxy a call goes through: {@code proxy_url}, {@code no_proxy}, {@code proxy_from_environment} and {@code
 * proxy_connect_header}.
 *
 * @param url absent where there is none, or where the environment says; may have a user and a password in it
 * @param exceptions where {@code url} is not for
 * @param environment of the process, where it is to be asked; else empty
 * @param headers for the proxy alone
 */
public record Proxies(
        @Nullable Secret url, NoProxy exceptions, Map<String, String> environment, Map<String, List<Secret>> headers) {

    public static final Proxies NONE = new Proxies(null, NoProxy.NOTHING, Map.of(), Map.of());

    /**
     * A proxy for one call.
     *
     * @param fromFile whether the routing file names it, and not whoever runs the process
     */
    public record Chosen(URI address, boolean fromFile) {

        public int port() {
            return address.getPort() < 0 ? 80 : address.getPort();
        }
    }

    /**
     * Absent where the target is called directly.
     *
     * @throws IOException if the address cannot be read now, or is none
     */
    public @Nullable Chosen of(URI target) throws IOException {
        if (url != null) {
            return exceptions.covers(target) ? null : new Chosen(address(url.read()), true);
        }
        String scheme = String.valueOf(target.getScheme());
        String said = variable(scheme + "_proxy");
        // Nobody means a proxy for what is on this machine.
        NoProxy unproxied = NoProxy.read("localhost,127.0.0.0/8,::1," + variable("no_proxy"));
        return said.isEmpty() || unproxied.covers(target) ? null : new Chosen(address(said), false);
    }

    /** In capitals first, as Go's programs do. */
    private String variable(String name) {
        String capitals = environment.get(name.toUpperCase(Locale.ROOT));
        return capitals != null && !capitals.isEmpty()
                ? capitals
                : Objects.requireNonNullElse(environment.get(name), "");
    }

    private static URI address(String text) throws IOException {
        URI uri;
        try {
            uri = URI.create(text.contains("://") ? text : "http://" + text);
        } catch (IllegalArgumentException e) {
            throw new IOException("the address of the proxy is not a URL", e);
        }
        if (uri.getHost() == null || !"http".equals(uri.getScheme())) {
            throw new IOException("the address of the proxy does not start with http://");
        }
        return uri;
    }

    /**
     * What the proxy is told besides; it does not reach the target.
     *
     * @throws IOException if a secret cannot be read now
     */
    public Map<String, String> headersFor(Chosen proxy) throws IOException {
        Map<String, String> all = Secret.joined(headers);
        String user = proxy.address().getUserInfo();
        if (user != null) {
            String pair = user.contains(":") ? user : user + ":";
            all.putIfAbsent(
                    "Proxy-Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
        }
        return all;
    }
}
