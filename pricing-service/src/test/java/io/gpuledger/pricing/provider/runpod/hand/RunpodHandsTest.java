package io.gpuledger.pricing.provider.runpod.hand;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gpuledger.common.event.action.ActionOrder.Verb;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.pricing.provider.Deed;
import io.gpuledger.pricing.provider.Failure;
import io.gpuledger.pricing.provider.FetchOutcome;
import io.gpuledger.pricing.provider.runpod.http.RunpodHttp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a server that answers as RunPod does. */
class RunpodHandsTest {

    private static final String LATE = "late";

    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private RunpodHands hands;

    private record Reply(int status, String body) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        var limits = new RunpodHttp.Limits("gpu-ledger/test", Duration.ofSeconds(1), Duration.ofMillis(400), 100_000);
        hands = new RunpodHands(new RunpodHttp(base, () -> "a-key", limits, InstantSource.system()));
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            Reply reply = replies.remove();
            if (reply.body().equals(LATE)) {
                over.await(5, TimeUnit.SECONDS);
            }
            exchange.getResponseHeaders().set("Retry-After", "12");
            byte[] body = reply.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void replies(int status, String body) {
        replies.add(new Reply(status, body));
    }

    private static Deed deed(FetchOutcome<Deed> outcome) {
        return ((FetchOutcome.Fetched<Deed>) outcome).value();
    }

    @Test
    void stopsAPod() {
        replies(200, "{\"id\":\"p1\",\"status\":\"EXITED\"}");

        assertThat(deed(hands.act(Verb.STOP_POD, "p1"))).isEqualTo(Deed.DONE);
        assertThat(asked).containsExactly("POST /v2/pods/p1/action {\"action\":\"stop\"}");
    }

    @Test
    void terminatesAPod() {
        replies(204, "");

        assertThat(deed(hands.act(Verb.TERMINATE_POD, "p1"))).isEqualTo(Deed.DONE);
        assertThat(asked).containsExactly("DELETE /v2/pods/p1 ");
    }

    @Test
    void scalesAnEndpointToZero() {
        replies(200, "{\"id\":\"e1\"}");

        assertThat(deed(hands.act(Verb.SCALE_ENDPOINT_TO_ZERO, "e1"))).isEqualTo(Deed.DONE);
        assertThat(asked).containsExactly("PATCH /v2/serverless/e1 {\"workers\":{\"min\":0,\"max\":0}}");
    }

    @Test
    void aPodThatStandsStillIsDoneAlready() {
        replies(409, "{\"status\":409}");
        replies(200, "{\"id\":\"p1\",\"status\":\"EXITED\"}");

        assertThat(deed(hands.act(Verb.STOP_POD, "p1"))).isEqualTo(Deed.ALREADY);
    }

    @Test
    void aPodThatIsGoneIsDoneAlready() {
        replies(404, "{\"status\":404}");

        assertThat(deed(hands.act(Verb.TERMINATE_POD, "p1"))).isEqualTo(Deed.ALREADY);
    }

    @Test
    void aPodThatRunsAndCannotBeStoppedIsAFailure() {
        replies(409, "{\"status\":409}");
        replies(200, "{\"id\":\"p1\",\"status\":\"RUNNING\",\"locked\":true}");

        assertThat(hands.act(Verb.STOP_POD, "p1").failure())
                .isEqualTo(new Failure.Forbidden("the pod does not allow it: it is locked"));
    }

    @Test
    void anEndpointThatIsNotThereIsAFailure() {
        replies(404, "{\"status\":404}");

        assertThat(hands.act(Verb.SCALE_ENDPOINT_TO_ZERO, "e1").failure())
                .isEqualTo(new Failure.Forbidden("there is no such endpoint"));
    }

    @ParameterizedTest
    @CsvSource({
        "401, unauthorized",
        "403, forbidden",
        "400, malformed",
        "422, malformed",
        "429, rate_limited",
        "500, unavailable",
        "502, unavailable"
    })
    void saysWhyNot(int status, String reason) {
        replies(status, "<html>");

        Failure failure = hands.act(Verb.STOP_POD, "p1").failure();

        assertThat(failure).isNotNull();
        assertThat(failure.reason()).isEqualTo(reason);
    }

    @Test
    void knowsHowLongItIsToBeLeftAlone() {
        replies(429, "{}");

        assertThat(hands.act(Verb.STOP_POD, "p1").failure())
                .isEqualTo(new Failure.RateLimited("status 429 from /v2/pods/p1/action", Duration.ofSeconds(12)));
    }

    @Test
    void doesNotWaitForEver() {
        replies(200, LATE);

        assertThat(hands.act(Verb.STOP_POD, "p1").failure()).isInstanceOf(Failure.TimedOut.class);
    }

    @Test
    void takesGraphqlWhereRestIsRetired() {
        replies(410, "gone");
        replies(200, "{\"data\":{\"podStop\":{\"id\":\"p1\",\"desiredStatus\":\"EXITED\"}}}");
        replies(410, "gone");
        replies(200, "{\"data\":{\"podTerminate\":null}}");

        assertThat(deed(hands.act(Verb.STOP_POD, "p1"))).isEqualTo(Deed.DONE);
        assertThat(deed(hands.act(Verb.TERMINATE_POD, "p1"))).isEqualTo(Deed.DONE);
        assertThat(asked.get(1)).contains("mutation { podStop(input: {podId: \\\"p1\\\"}) { id desiredStatus } }");
        assertThat(asked.get(3)).contains("mutation { podTerminate(input: {podId: \\\"p1\\\"}) }");
    }

    @Test
    void anErrorOfGraphqlIsNoSuccess() {
        replies(410, "gone");
        replies(200, "{\"errors\":[{\"message\":\"Unauthorized\"}],\"data\":{\"podStop\":null}}");

        assertThat(hands.act(Verb.STOP_POD, "p1").failure()).isInstanceOf(Failure.Unauthorized.class);
    }

    @Test
    void nothingButAnIdGetsIntoAnAddress() {
        assertThatThrownBy(() -> hands.act(Verb.STOP_POD, "p1/../../x")).isInstanceOf(InvalidValue.class);
        assertThat(asked).isEmpty();
    }
}
