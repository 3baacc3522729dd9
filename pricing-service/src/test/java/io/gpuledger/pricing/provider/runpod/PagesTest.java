package io.gpuledger.pricing.provider.runpod;

import static io.gpuledger.pricing.provider.runpod.Fixtures.ACCOUNT;
import static io.gpuledger.pricing.provider.runpod.Fixtures.AT;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.value.Money;
import io.gpuledger.pricing.provider.FetchOutcome;
import io.gpuledger.pricing.provider.FetchOutcome.Fetched;
import io.gpuledger.pricing.provider.PodsSeen;
import io.gpuledger.pricing.provider.runpod.http.RunpodHttp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists that come in pages, questions that are refused, and what is sent along with every question. */
class PagesTest {

    private final List<String> userAgents = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Function<String, String> answers = query -> "{}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            userAgents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
            String query = exchange.getRequestURI().getQuery();
            String asked = query != null
                    ? query
                    : new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] body = answers.apply(asked).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("RateLimit", "\"minute\";r=0;t=7, \"hour\";r=12;t=900");
            exchange.sendResponseHeaders(body.length == 0 ? 400 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private RunpodProvider provider() {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        var limits = new RunpodHttp.Limits("gpu-ledger/9.9", Duration.ofSeconds(1), Duration.ofSeconds(5), 1_000_000);
        return new RunpodProvider(ACCOUNT, new RunpodHttp(base, () -> "key", limits, Clock.systemUTC()));
    }

    private FetchOutcome<PodsSeen> pods() {
        return provider().pods(AT);
    }

    @Test
    void theBalanceAloneIsAskedForWhereTheWholeQuestionIsRefused() {
        answers = asked -> asked.contains("spendLimit") ? "" : "{\"data\":{\"myself\":{\"clientBalance\":7.5}}}";

        assertThat(provider().account(AT))
                .isInstanceOfSatisfying(
                        Fetched.class,
                        fetched -> assertThat(((AccountObserved) fetched.value()).balance())
                                .isEqualTo(Money.ofDollars("7.5")));
    }

    private static String page(String id, String cursor) {
        String pod = Fixtures.restPod().replace("\"p1\"", '"' + id + '"');
        return "{\"pods\":[" + pod + "],\"nextCursor\":" + cursor + "}";
    }

    @Test
    void everyPageIsReadAndTheLimitThatIsUsedUpIsKept() {
        answers = query -> query.contains("cursor=two") ? page("b", "null") : page("a", "\"two\"");

        FetchOutcome<PodsSeen> outcome = pods();

        assertThat(outcome).isInstanceOfSatisfying(Fetched.class, fetched -> {
            assertThat(((PodsSeen) fetched.value()).pods())
                    .extracting(PodObserved::pod)
                    .containsExactly("a", "b");
            assertThat(fetched.pause()).isEqualTo(Duration.ofSeconds(7));
        });
        assertThat(userAgents).containsOnly("gpu-ledger/9.9");
    }

    @Test
    void aListThatDoesNotEndIsNoList() {
        answers = query -> page("a", "\"again\"");

        assertThat(pods().failure()).isNotNull();
    }

    @Test
    void aPageThatFailsMakesTheListFail() {
        answers = query -> query.contains("cursor=") ? "<html>" : page("a", "\"two\"");

        assertThat(pods().failure()).isNotNull();
    }
}
