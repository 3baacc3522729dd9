package io.gpuledger.ledger.gather;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.gpuledger.common.access.OwnToken;
import io.gpuledger.common.tls.Believed;
import io.gpuledger.testing.Authority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeersTest {

    private static final OwnToken TOKEN = OwnToken.of("the-token", null, false);

    private final List<HttpServer> others = new ArrayList<>();

    @TempDir
    private static Path folder;

    private static Authority authority;

    @BeforeAll
    static void certify() throws Exception {
        authority = Authority.in(folder, "ip:127.0.0.1", "dns:elsewhere");
    }

    /** Another instance that lets in whoever shows its token. */
    private HostInfo other(HttpServer server) {
        server.createContext(Peers.PATH, PeersTest::answer);
        server.start();
        others.add(server);
        return new HostInfo("127.0.0.1", server.getAddress().getPort());
    }

    private HostInfo overHttp() throws IOException {
        return other(HttpServer.create(here(), 0));
    }

    private HostInfo overTls(SSLContext shown) throws IOException {
        HttpsServer server = HttpsServer.create(here(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(shown));
        return other(server);
    }

    private static InetSocketAddress here() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        boolean known = "Bearer the-token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] body = "{\"parts\": {}}".getBytes(UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 401, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @AfterEach
    void stop() {
        others.forEach(server -> server.stop(0));
    }

    private static Wire.Told ask(HostInfo host, OwnToken token, @Nullable SSLContext believed) throws Peers.Silent {
        try (Peers peers = new Peers(new Manners(Duration.ofSeconds(5), token, believed))) {
            return peers.ask(host, Wire.askedForClocks());
        }
    }

    @Test
    void anInstanceShowsItsToken() throws Exception {
        assertThat(ask(overHttp(), TOKEN, null).parts()).isEmpty();
    }

    @Test
    void anInstanceThatIsNotLetInSaysWhatIsMissing() throws Exception {
        HostInfo host = overHttp();

        assertThatThrownBy(() -> ask(host, OwnToken.NONE, null))
                .hasMessage("wants a token that it knows (GPU_LEDGER_TOKEN_FILE)");
    }

    @Test
    void anInstanceIsAskedOverTls() throws Exception {
        HostInfo host = overTls(authority.server("ip:127.0.0.1"));

        assertThat(ask(host, TOKEN, Believed.context(Path.of(authority.certificate("ca"))))
                        .parts())
                .isEmpty();
    }

    @Test
    void anInstanceThatCannotBeBelievedIsToldNothing() throws Exception {
        HostInfo known = overTls(authority.server("ip:127.0.0.1"));
        HostInfo misnamed = overTls(authority.server("dns:elsewhere"));
        SSLContext strangers = Believed.context(Path.of(authority.certificate("stranger")));
        SSLContext ours = Believed.context(Path.of(authority.certificate("ca")));

        assertThatThrownBy(() -> ask(known, TOKEN, strangers)).hasMessageStartingWith("cannot be asked over TLS");
        assertThatThrownBy(() -> ask(misnamed, TOKEN, ours)).hasMessageStartingWith("cannot be asked over TLS");
    }

    @Test
    void aTokenIsNotSentInClearToAnotherMachine() {
        assertThatThrownBy(() -> ask(new HostInfo("192.0.2.1", 8102), TOKEN, null))
                .hasMessageContaining("GPU_LEDGER_ALLOW_CLEAR_TOKENS");
    }
}
