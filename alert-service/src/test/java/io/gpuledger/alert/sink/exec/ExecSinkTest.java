package io.gpuledger.alert.sink.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.alert.app.Await;
import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.sink.SinkStage;
import io.gpuledger.alert.wording.Saying;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Notification.Status;
import io.gpuledger.common.event.Notification.Told;
import io.gpuledger.common.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecSinkTest {

    @TempDir
    Path folder;

    private SinkStage stage;

    @BeforeEach
    void start() throws IOException {
        stage = new SinkStage();
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    private Sink running(String script, String more) throws IOException {
        Path file = Files.writeString(folder.resolve("run.sh"), script);
        return stage.sink(
                "exec",
                "command: [sh, '" + file + "', '" + folder + "', '{name}', '{balance}', 'a {b} {pods_json}'], " + more);
    }

    private static Notification low() {
        Told told = new Told(
                Status.FIRING,
                "f",
                Map.of("alertname", "balance-low; rm -rf $HOME", "severity", "page"),
                Map.of("value", "9.5 USD", "pods_json", "[{\"id\":\"p1\",\"name\":\"it's\"}]", "summary", "s"),
                Saying.SINCE,
                null,
                null);
        return Saying.of(Status.FIRING, told);
    }

    @Test
    void givesTheCommandWhatTheBalanceGuardGivesIt() throws Exception {
        Answer answer = running("printf '%s|' \"$2\" \"$3\" \"$4\" > \"$1/out\"", "once: true")
                .send(low());

        assertThat(answer).isEqualTo(new Answer.Delivered("exit 0"));
        assertThat(folder.resolve("out"))
                .hasContent("balance-low; rm -rf $HOME|9.5|a {b} [{\"id\":\"p1\",\"name\":\"it's\"}]|");
    }

    @Test
    void givesItTheNotificationAndItsOwnEnvironmentOnly() throws Exception {
        Path secret = Files.writeString(folder.resolve("key"), "hunter2\n");

        running("cat > \"$1/in\"; env | sort > \"$1/env\"", "environment: {TEAM: ml, API_KEY_file: '" + secret + "'}")
                .send(low());

        assertThat(Json.mapper()
                        .readTree(Files.readString(folder.resolve("in")))
                        .path("version")
                        .asText())
                .isEqualTo("4");
        assertThat(folder.resolve("env"))
                .content()
                .contains(
                        "TEAM=ml\n", "API_KEY=hunter2\n", "GPU_LEDGER_NOTIFICATION=n-1\n", "GPU_LEDGER_STATUS=firing\n")
                .contains("GPU_LEDGER_BALANCE=9.5\n")
                .doesNotContain("JAVA_HOME");
    }

    @ParameterizedTest
    @CsvSource({
        "0, false, Delivered",
        "3, false, Rejected",
        "75, false, Retry",
        "3, true, Delivered",
        "75, true, Delivered"
    })
    void judgesByTheExitCode(int code, boolean once, String expected) throws Exception {
        Answer answer = running("exit " + code, "once: " + once).send(low());

        assertThat(answer.getClass().getSimpleName()).isEqualTo(expected);
        assertThat(answer.detail()).startsWith("exit " + code);
    }

    @Test
    void endsWhatTakesTooLongAndWhatItStarted() throws Exception {
        Answer answer = running("sleep 1000 & echo $! > \"$1/pid\"; wait", "timeout: 2s")
                .send(low());

        assertThat(answer).isEqualTo(new Answer.Rejected("killed after 2000 ms"));
        long child = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
        Await.until("what it started has ended", () -> isDead(child));
    }

    /** Gone, or left for its parent to be buried. */
    private static boolean isDead(long child) {
        try {
            return ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty()
                    || Files.readString(Path.of("/proc/" + child + "/stat")).contains(") Z ");
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void runsOneAtATime() throws Exception {
        Sink sink = running("mkdir \"$1/alone\" || exit 9; sleep 0.2; rmdir \"$1/alone\"", "timeout: 30s");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> one = threads.submit(() -> sink.send(low()));
            Future<Answer> other = threads.submit(() -> sink.send(low()));

            assertThat(one.get()).isEqualTo(new Answer.Delivered("exit 0"));
            assertThat(other.get()).isEqualTo(new Answer.Delivered("exit 0"));
        }
    }

    @Test
    void triesAgainWhatCannotBeStarted() throws Exception {
        assertThat(stage.sink("exec", "command: [/nowhere/at-all]").send(low()))
                .isEqualTo(new Answer.Retry("the command cannot be started", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "once: true | command must be a list: a program and its arguments",
                "command: [a], environment: {'A B': c} | A B cannot be the name of a variable",
                "command: [a, '{{ nope }}'] | function \"nope\" not defined"
            })
    void refusesSettingsThatCannotBe(String config, String rule) {
        assertThatThrownBy(() -> stage.sink("exec", config)).hasMessageContaining(rule);
    }
}
