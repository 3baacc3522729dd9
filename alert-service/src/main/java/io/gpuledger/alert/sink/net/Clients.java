package io.gpuledger.alert.sink.net;

import io.gpuledger.alert.sink.tls.Tls;
import io.gpuledger.alert.sink.tls.Tls.Material;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * One client for each way to travel; another one when its certificates change. What no routing file has any more is
 * forgotten with it.
 */
public final class Clients implements AutoCloseable {

    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(10);

    static {
        // Java does not show a proxy who we are before it opens a tunnel, unless told so before its first client.
        if (System.getProperty("jdk.http.auth.tunneling.disabledSchemes") == null) {
            System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
        }
    }

    private final HttpClient plain = client(ProxySelector.of(null)).build();
    private final Map<Transport, Made> made = new WeakHashMap<>();

    private record Made(@Nullable Material material, HttpClient client) {}

    /** @throws IOException if its certificates cannot be read or used now */
    public synchronized HttpClient of(Transport transport) throws IOException {
        Tls tls = transport.tls();
        if (tls == null && transport.proxies().equals(Proxies.NONE)) {
            return plain;
        }
        Material material = tls == null ? null : tls.material();
        Made before = made.get(transport);
        if (before != null && Objects.equals(before.material, material)) {
            return before.client;
        }
        HttpClient.Builder builder = client(new Selector(transport.proxies()));
        if (tls != null && material != null) {
            builder.sslContext(tls.context(material))
                    .sslParameters(new SSLParameters(null, tls.versions().toArray(String[]::new)));
        }
        HttpClient client = builder.build();
        made.put(transport, new Made(material, client));
        if (before != null) {
            before.client.shutdown();
        }
        return client;
    }

    private static HttpClient.Builder client(ProxySelector selector) {
        return HttpClient.newBuilder()
                .connectTimeout(CONNECTED_WITHIN)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(selector);
    }

    /** The client asks anew for each call. */
    private static final class Selector extends ProxySelector {

        private final Proxies proxies;

        Selector(Proxies proxies) {
            this.proxies = proxies;
        }

        @Override
        public List<Proxy> select(URI target) {
            try {
                Proxies.Chosen proxy = proxies.of(target);
                return List.of(
                        proxy == null
                                ? Proxy.NO_PROXY
                                : new Proxy(
                                        Proxy.Type.HTTP,
                                        new InetSocketAddress(proxy.address().getHost(), proxy.port())));
            } catch (IOException e) {
                throw new IllegalArgumentException("the proxy cannot be told", e);
            }
        }

        @Override
        public void connectFailed(URI target, SocketAddress proxy, IOException problem) {
            // The call fails of it, and says so.
        }
    }

    @Override
    public synchronized void close() {
        plain.shutdownNow();
        made.values().forEach(each -> each.client.shutdownNow());
    }
}
