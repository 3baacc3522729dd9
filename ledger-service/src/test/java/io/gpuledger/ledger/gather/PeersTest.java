package io.gpuledger.ledger.gather;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.gpuledger.common.access.OwnToken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeersTest {

    private HttpServer other;

    /** Another instance that lets in whoever shows its token. */
    @BeforeEach
    void start() throws IOException {
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext(Peers.PATH, exchange -> {
            boolean known =
                    "Bearer the-token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = "{\"parts\": {}}".getBytes(UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        other.start();
    }

    @AfterEach
    void stop() {
        other.stop(0);
    }

    private Wire.Told ask(OwnToken token) throws Peers.Silent {
        try (Peers peers = new Peers(Duration.ofSeconds(5), token)) {
            return peers.ask(new HostInfo("127.0.0.1", other.getAddress().getPort()), Wire.askedForClocks());
        }
    }

    @Test
    void anInstanceShowsItsToken() throws Exception {
        assertThat(ask(OwnToken.of("the-token", null)).parts()).isEmpty();
    }

    @Test
    void anInstanceThatIsNotLetInSaysWhatIsMissing() {
        assertThatThrownBy(() -> ask(OwnToken.NONE)).hasMessage("wants a token that it knows (GPU_LEDGER_TOKEN_FILE)");
    }
}
