package io.gpuledger.alert.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.alert.sink.Stub.Got;
import io.gpuledger.alert.sink.Stub.Reply;
import io.gpuledger.alert.wording.Saying;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers that have moved. */
class RedirectsTest {

    private static final String LOGIN = "basic_auth: {username: u, password: p}, http_headers: {X-A: {values: [b]}}";

    private SinkStage stage;
    private Stub other;

    @BeforeEach
    void start() throws IOException {
        stage = new SinkStage();
        other = new Stub();
    }

    @AfterEach
    void stop() {
        stage.close();
        other.close();
    }

    private Answer send(int status, String location, String http) throws Exception {
        stage.stub()
                .answers(call -> call.path().equals("/old")
                        ? new Reply(status, Map.of("Location", location), "")
                        : Reply.of(200, ""));
        return stage.sink("webhook", "url: 'URL/old', http_config: {" + http + "}")
                .send(Saying.firing());
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 308})
    void goesOnWithTheSameMessage(int status) throws Exception {
        assertThat(send(status, "/new", LOGIN)).isInstanceOf(Answer.Delivered.class);

        Got first = stage.stub().calls().get(0);
        Got second = stage.stub().calls().get(1);
        assertThat(second.method() + " " + second.path()).isEqualTo("POST /new");
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Authorization"))
                .isEqualTo(first.header("Authorization"))
                .startsWith("Basic ");
    }

    @Test
    void tellsSomebodyElseTheMessageAndNotWhoWeAre() throws Exception {
        assertThat(send(307, other.url() + "/new", LOGIN)).isInstanceOf(Answer.Delivered.class);

        assertThat(other.last().text()).isEqualTo(stage.stub().last().text());
        assertThat(other.last().header("Idempotency-key"))
                .isEqualTo(stage.stub().last().header("Idempotency-key"))
                .isNotEmpty();
        assertThat(stage.stub().last().header("X-a")).isEqualTo("b");
        assertThat(other.last().headers()).doesNotContainKeys("Authorization", "X-a");
    }

    /** As a GET of a login page, it would be taken for delivered. */
    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303})
    void neverTurnsAMessageIntoAQuestion(int status) throws Exception {
        assertThat(send(status, "/new", ""))
                .isEqualTo(new Answer.Rejected("HTTP " + status + ", and it is not followed"));
        assertThat(stage.stub().calls()).hasSize(1);
    }

    @Test
    void staysWhereItIsIfItIsTold() throws Exception {
        assertThat(send(307, "/new", "follow_redirects: false")).isInstanceOf(Answer.Rejected.class);
        assertThat(stage.stub().calls()).hasSize(1);
    }

    @Test
    void givesUpOnACircle() throws Exception {
        assertThat(send(307, "/old", "")).isInstanceOf(Answer.Rejected.class);
        assertThat(stage.stub().calls()).hasSize(1 + HttpCaller.REDIRECTS_MAX);
    }
}
