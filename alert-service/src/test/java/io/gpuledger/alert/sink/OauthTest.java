package io.gpuledger.alert.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.alert.sink.Stub.Got;
import io.gpuledger.alert.sink.Stub.Reply;
import io.gpuledger.alert.wording.Saying;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receivers that want a token which somebody else gives. */
class OauthTest {

    private static final String CLIENT = "client_id: ledger, client_secret: 'hunter2 &'";

    @TempDir
    Path folder;

    private SinkStage stage;
    private Stub tokens;

    @BeforeEach
    void start() throws IOException {
        stage = new SinkStage();
        tokens = new Stub();
        tokens.answers(any -> token(tokens.calls().size(), 3600));
    }

    @AfterEach
    void stop() {
        stage.close();
        tokens.close();
    }

    private static Reply token(int number, int seconds) {
        return Reply.of(
                200, "{\"access_token\":\"t" + number + "\",\"token_type\":\"Bearer\",\"expires_in\":" + seconds + "}");
    }

    private Sink sink(String oauth) {
        return stage.sink(
                "webhook",
                "url: 'URL', http_config: {oauth2: {token_url: '" + tokens.url() + "/token', " + oauth + "}}");
    }

    private Answer send(Sink sink) throws Exception {
        Answer answer = sink.send(Saying.firing());
        assertThat(answer.detail()).doesNotContain("hunter2");
        return answer;
    }

    private List<String> shown() {
        return stage.stub().calls().stream()
                .map(call -> call.header("Authorization"))
                .toList();
    }

    @Test
    void asksForATokenOnceAndShowsItEachTime() throws Exception {
        Sink sink = sink(CLIENT + ", scopes: [page, read], endpoint_params: {audience: pager}");

        send(sink);
        assertThat(send(sink)).isInstanceOf(Answer.Delivered.class);

        Got asked = tokens.last();
        assertThat(tokens.calls()).hasSize(1);
        assertThat(asked.method() + " " + asked.path()).isEqualTo("POST /token");
        assertThat(asked.text()).isEqualTo("grant_type=client_credentials&scope=page+read&audience=pager");
        assertThat(asked.header("Content-type")).isEqualTo("application/x-www-form-urlencoded");
        // ledger:hunter2+%26
        assertThat(asked.header("Authorization")).isEqualTo("Basic bGVkZ2VyOmh1bnRlcjIrJTI2");
        assertThat(shown()).containsExactly("Bearer t1", "Bearer t1");
    }

    @Test
    void asksAnewShortlyBeforeATokenEnds() throws Exception {
        Sink sink = sink(CLIENT);
        send(sink);

        stage.passes(Duration.ofSeconds(3589));
        send(sink);
        stage.passes(Duration.ofSeconds(1));
        send(sink);

        assertThat(shown()).containsExactly("Bearer t1", "Bearer t1", "Bearer t2");
    }

    @Test
    void asksAnewOnceWhereATokenIsNotTakenAnyMore() throws Exception {
        Sink sink = sink(CLIENT);
        send(sink);
        stage.stub().answers(call -> Reply.of(call.header("Authorization").equals("Bearer t1") ? 401 : 200, ""));

        assertThat(send(sink)).isInstanceOf(Answer.Delivered.class);

        assertThat(shown()).containsExactly("Bearer t1", "Bearer t1", "Bearer t2");
    }

    @Test
    void takesNoForAnAnswerWhereAFreshTokenIsRefused() throws Exception {
        stage.stub().answers(401, "");

        assertThat(send(sink(CLIENT))).isEqualTo(new Answer.Rejected("HTTP 401"));
        assertThat(stage.stub().calls()).hasSize(1);
    }

    @Test
    void saysWhoItIsInTheBodyWhereTheHeaderIsNotUnderstood() throws Exception {
        tokens.answers(call -> call.text().contains("client_secret=") ? token(7, 1) : Reply.of(401, ""));
        Sink sink = sink(CLIENT);

        send(sink);
        send(sink);

        assertThat(shown()).containsExactly("Bearer t7", "Bearer t7");
        assertThat(tokens.calls()).hasSize(3);
        assertThat(tokens.last().text())
                .isEqualTo("grant_type=client_credentials&client_id=ledger&client_secret=hunter2+%26");
        assertThat(tokens.last().header("Authorization")).isEmpty();
    }

    @Test
    void readsTheSecretAnewWhenItAsks() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "one");
        tokens.answers(call -> token(1, 1));
        Sink sink = sink("client_id: ledger, client_secret_file: '" + file + "'");
        send(sink);

        Files.writeString(file, "two");
        send(sink);

        // ledger:two
        assertThat(tokens.last().header("Authorization")).isEqualTo("Basic bGVkZ2VyOnR3bw==");
    }

    @Test
    void waitsWhereTokensCannotBeHadAndGivesUpWhereTheyAreRefused() throws Exception {
        Sink sink = sink(CLIENT);
        tokens.answers(any -> new Reply(503, Map.of("Retry-After", "9"), ""));
        assertThat(send(sink)).isEqualTo(new Answer.Retry("no token: HTTP 503", Duration.ofSeconds(9)));

        tokens.answers(any -> Reply.of(400, "{\"error\":\"invalid_client\"}"));
        assertThat(send(sink)).isEqualTo(new Answer.Rejected("no token: HTTP 400"));

        tokens.answers(any -> Reply.of(200, "{}"));
        assertThat(send(sink)).isEqualTo(new Answer.Rejected("no token: none in the answer"));
        assertThat(stage.stub().calls()).isEmpty();
    }

    @Test
    void leavesALoginOfTheReceiverItselfAlone() throws Exception {
        Sink sink = stage.sink(
                "ntfy",
                "url: 'URL', topic: t, token: own, http_config: {oauth2: {" + CLIENT + ", token_url: '" + tokens.url()
                        + "'}}");

        send(sink);

        assertThat(shown()).containsExactly("Bearer own");
        assertThat(tokens.calls()).isEmpty();
    }
}
