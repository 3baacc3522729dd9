package io.gpuledger.alert.sink.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.sink.SinkStage;
import io.gpuledger.alert.wording.Saying;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailSinkTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private SinkStage stage;

    @BeforeEach
    void start() throws IOException {
        server.start();
        stage = new SinkStage();
    }

    @AfterEach
    void stop() {
        stage.close();
        server.stop();
    }

    private Sink sink(String more) {
        return sink(server.getSmtp().getPort(), more);
    }

    private Sink sink(int port, String more) {
        return stage.sink(
                "email",
                "to: 'a@x.example, b@x.example', smarthost: '127.0.0.1:" + port + "', from: 'ledger@x.example', "
                        + more);
    }

    @Test
    void sendsAMailInTextAndHtml() throws Exception {
        Answer answer = sink("require_tls: false, headers: {X-Team: ml}").send(Saying.firing());

        assertThat(answer).isEqualTo(new Answer.Delivered("SMTP 250"));
        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[0].getSubject()).isEqualTo("[FIRING:1] ml burns 15.2x its plan");
        assertThat(mails[0].getHeader("X-Team")).containsExactly("ml");
        assertThat(mails[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mails[0].getContentType()).startsWith("multipart/alternative");
        String text = new String(java.util.Base64.getMimeDecoder().decode(part(mails[0], "text/plain")), UTF_8);
        String html = new String(java.util.Base64.getMimeDecoder().decode(part(mails[0], "text/html")), UTF_8);
        assertThat(text).startsWith("ml burns 15.2x its plan\nSince 21 Nov 07:30 UTC");
        assertThat(html).contains("<h2", "[FIRING:1] ml burns 15.2x its plan", "https://runbooks.example/b");
    }

    private static String part(MimeMessage mail, String type) {
        String body = GreenMailUtil.getBody(mail);
        String after = body.substring(body.indexOf("Content-Type: " + type));
        String content = after.substring(after.indexOf("\r\n\r\n") + 4);
        return content.substring(0, content.indexOf("--part-"));
    }

    @Test
    void keepsTheMailsOfAGroupInOneThreadAndTheSameMailTheSame() throws Exception {
        Sink sink = sink("require_tls: false, send_resolved: true");

        sink.send(Saying.firing());
        sink.send(Saying.firing());
        sink.send(Saying.resolved());

        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails[1].getMessageID()).isEqualTo(mails[0].getMessageID());
        assertThat(mails[2].getMessageID()).isNotEqualTo(mails[0].getMessageID());
        assertThat(mails[2].getHeader("References")).isEqualTo(mails[0].getHeader("References"));
        assertThat(mails[0].getHeader("References"))
                .containsExactly("<alert-6bed383d4fc2c95d-2026-11-21@gpu-ledger.alert>");
    }

    @Test
    void letsNoHeaderBeBrokenAndWritesForeignLetters() throws Exception {
        sink("require_tls: false, headers: {Subject: \"Kosten für {{ .Status }}\\r\\nBcc: evil@x.example\"}")
                .send(Saying.firing());

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Kosten für firing Bcc: evil@x.example");
        assertThat(mail.getHeader("Bcc")).isNull();
    }

    @Test
    void sendsNothingInTheClearUnlessTheFileSaysSo() throws Exception {
        assertThat(sink("text: x").send(Saying.firing()))
                .isEqualTo(new Answer.Rejected("the server offers no STARTTLS, and require_tls wants it"));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void speaksTlsAtOnceWhereTheFileSaysSo() throws Exception {
        GreenMail secure = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        secure.start();
        try {
            int port = secure.getSmtps().getPort();
            String tls = "force_implicit_tls: true, tls_config: {insecure_skip_verify: true}";

            assertThat(sink(port, tls).send(Saying.firing())).isEqualTo(new Answer.Delivered("SMTP 250"));
            assertThat(sink(port, "force_implicit_tls: true").send(Saying.firing()))
                    .isInstanceOf(Answer.Retry.class);
            assertThat(secure.getReceivedMessages()).hasSize(2);
        } finally {
            secure.stop();
        }
    }

    @Test
    void logsIn() throws Exception {
        server.setUser("u@x.example", "u", "hunter2");

        assertThat(sink("require_tls: false, auth_username: u, auth_password: hunter2")
                        .send(Saying.firing()))
                .isInstanceOf(Answer.Delivered.class);
    }

    @ParameterizedTest
    @CsvSource({"421, true", "451, true", "550, false", "554, false"})
    void takesA4ForLaterAndA5ForNever(int code, boolean again) throws Exception {
        try (ServerSocket refusing = refusing("220 here\r\n250 here\r\n" + code + " no hunter2\r\n")) {
            Answer answer = sink(refusing.getLocalPort(), "require_tls: false").send(Saying.firing());

            assertThat(answer)
                    .isEqualTo(again ? new Answer.Retry("SMTP " + code, null) : new Answer.Rejected("SMTP " + code));
        }
    }

    @Test
    void triesAgainWhereNobodyAnswersOrTheConnectionIsCut() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                ServerSocket cut = refusing("220 here\r\n")) {
            assertThat(sink(silent.getLocalPort(), "require_tls: false, timeout: 100ms")
                            .send(Saying.firing()))
                    .isInstanceOf(Answer.Retry.class);
            assertThat(sink(cut.getLocalPort(), "require_tls: false").send(Saying.firing()))
                    .isInstanceOf(Answer.Retry.class);
        }
    }

    /** Says one line to each that it hears, the first unasked, and hangs up when it has no more. */
    private static ServerSocket refusing(String lines) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try (Socket client = server.accept()) {
                var in = new java.io.BufferedReader(new java.io.InputStreamReader(client.getInputStream(), UTF_8));
                for (String line : lines.lines().toList()) {
                    client.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
                    in.readLine();
                }
            } catch (IOException e) {
                // The test is over.
            }
        });
        return server;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "to: a@b.c | no global SMTP smarthost set",
                "to: a@b.c, smarthost: 'h:25' | no global SMTP from set",
                "from: x@y.z | missing to address in email config",
                "to: a@b.c, from: x@y.z, smarthost: here | smarthost must be HOST:PORT",
                "to: a@b.c, from: x@y.z, smarthost: 'h:25', headers: {Subject: a, subject: b} | duplicate header"
            })
    void refusesSettingsThatCannotBe(String config, String rule) {
        assertThatThrownBy(() -> stage.sink("email", config)).hasMessageContaining(rule);
    }

    @Test
    void takesTheServerOfAll() {
        assertThat(stage.settings("email", "to: a@b.c", "smtp_smarthost: 'h:587', smtp_from: x@y.z")
                        .sendResolved())
                .isFalse();
    }
}
