package io.gpuledger.alert.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.alert.sink.Stub.Got;
import io.gpuledger.alert.sink.Stub.Reply;
import io.gpuledger.alert.wording.Saying;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every sink over HTTP does when the other end is busy, broken, slow, cut off, or says no. A new sink is a row. */
class SinkFaultsTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    private SinkStage stage;

    /** A kind of receiver and its settings; {@code hunter2} is in each where the secret is. */
    static Stream<Arguments> sinks() {
        return Stream.of(
                Arguments.of("webhook", "url: 'URL/hunter2'"),
                Arguments.of("pagerduty", "url: 'URL/e', routing_key: " + KEY),
                Arguments.of("slack", "api_url: 'URL/hunter2', channel: '#c'"),
                Arguments.of("slack", "app_token: hunter2, app_url: 'URL/api/chat.postMessage', channel: '#c'"),
                Arguments.of("opsgenie", "api_url: 'URL', api_key: hunter2"),
                Arguments.of("msteamsv2", "webhook_url: 'URL/hunter2'"),
                Arguments.of("ntfy", "url: 'URL', topic: hunter2"),
                Arguments.of("ticket", "tracker: github, api_url: 'URL', repository: a/b, token: hunter2"),
                Arguments.of("ticket", "tracker: servicenow, url: 'URL', api_key: hunter2"),
                Arguments.of(
                        "jira",
                        "api_url: 'URL', api_type: cloud, project: FIN, issue_type: Task, "
                                + "http_config: {basic_auth: {username: u, password: hunter2}}"),
                Arguments.of(
                        "jira",
                        "api_url: 'URL/rest/api/2', project: FIN, issue_type: Task, "
                                + "http_config: {bearer_token: hunter2}"));
    }

    @BeforeEach
    void start() throws IOException {
        stage = new SinkStage();
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    private Answer answer(String kind, String config, Reply reply) throws Exception {
        stage.stub().answers(any -> reply);
        Answer answer = stage.sink(kind, config).send(Saying.firing());
        assertThat(answer.detail()).doesNotContain("hunter2").doesNotContain(KEY);
        return answer;
    }

    @ParameterizedTest
    @MethodSource("sinks")
    void waitsAsLongAsABusyReceiverAsks(String kind, String config) throws Exception {
        Reply busy = new Reply(429, Map.of("Retry-After", "7"), "{\"error\":\"too much\"}");

        assertThat(answer(kind, config, busy)).isEqualTo(new Answer.Retry("HTTP 429", Duration.ofSeconds(7)));
    }

    @ParameterizedTest
    @MethodSource("sinks")
    void triesAgainWhereTheReceiverIsBroken(String kind, String config) throws Exception {
        assertThat(answer(kind, config, Reply.of(503, "<html>"))).isEqualTo(new Answer.Retry("HTTP 503", null));
    }

    @ParameterizedTest
    @MethodSource("sinks")
    void givesUpWhereItIsRefused(String kind, String config) throws Exception {
        for (int status : List.of(400, 401, 404, 422)) {
            assertThat(answer(kind, config, Reply.of(status, "no"))).isEqualTo(new Answer.Rejected("HTTP " + status));
        }
    }

    @ParameterizedTest
    @MethodSource("sinks")
    void cutsOffASlowReceiver(String kind, String config) throws Exception {
        assertThat(answer(kind, config + ", timeout: 100ms", Reply.SILENT))
                .isEqualTo(new Answer.Retry("no answer within 100 ms", null));
    }

    @ParameterizedTest
    @MethodSource("sinks")
    void triesAgainWhereTheConnectionIsCut(String kind, String config) throws Exception {
        assertThat(answer(kind, config, Reply.CUT)).isInstanceOf(Answer.Retry.class);
    }

    @ParameterizedTest
    @MethodSource("sinks")
    void saysTheSameWhenItIsTriedAgain(String kind, String config) throws Exception {
        Sink sink = stage.sink(kind, config);
        stage.stub().answers(503, "");

        sink.send(Saying.firing());
        sink.send(Saying.firing());

        Got first = stage.stub().calls().get(0);
        Got second = stage.stub().calls().get(1);
        assertThat(first.method() + first.path() + first.query())
                .isEqualTo(second.method() + second.path() + second.query());
        assertThat(first.text()).isEqualTo(second.text());
        assertThat(first.header("Idempotency-key")).isEqualTo(second.header("Idempotency-key"));
    }
}
