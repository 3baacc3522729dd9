package io.gpuledger.alert.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.gpuledger.alert.sink.net.TargetGuard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpCallerTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private HttpCaller caller;
    private volatile int status = 200;
    private volatile Map<String, String> headers = Map.of();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.createContext("/silent", exchange -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
        caller = new HttpCaller(new TargetGuard(true), InstantSource.fixed(NOW), "test");
    }

    @AfterEach
    void stop() {
        end.countDown();
        caller.close();
        server.stop(0);
    }

    private Answer call(String path, Duration timeout) throws InterruptedException, IOException {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + path;
        return caller.call(new Call("POST", url, Map.of(), new byte[] {'{', '}'}, HttpSettings.plain(timeout)))
                .answer();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503})
    void triesLaterWhatMayPass(int answered) throws InterruptedException, IOException {
        status = answered;

        assertThat(call("/", TIMEOUT)).isEqualTo(new Answer.Retry("HTTP " + answered, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 404, 410, 422})
    void takesOtherAnswersForARefusal(int answered) throws InterruptedException, IOException {
        status = answered;
        headers = Map.of("Location", "http://127.0.0.1:1/");

        assertThat(call("/", TIMEOUT)).isInstanceOf(Answer.Rejected.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | PT7S",
                "Sat, 21 Nov 2026 08:02:00 GMT | PT2M",
                "Sat, 21 Nov 2026 07:00:00 GMT | PT0S",
                "soon |"
            })
    void readsHowLongTheReceiverWantsToBeLeftAlone(String header, Duration after)
            throws InterruptedException, IOException {
        status = 503;
        headers = Map.of("Retry-After", header);

        assertThat(call("/", TIMEOUT)).isEqualTo(new Answer.Retry("HTTP 503", after));
    }

    @Test
    void cutsOffAReceiverThatDoesNotAnswer() throws InterruptedException, IOException {
        assertThat(call("/silent", Duration.ofMillis(100)))
                .isEqualTo(new Answer.Retry("no answer within 100 ms", null));
    }

    @Test
    void triesLaterWhereNobodyListens() throws InterruptedException, IOException {
        server.stop(0);

        assertThat(call("/secret-path", TIMEOUT))
                .isInstanceOf(Answer.Retry.class)
                .extracting(Answer::detail)
                .asString()
                .startsWith("no connection")
                .doesNotContain("secret");
    }
}
