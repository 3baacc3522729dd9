package io.gpuledger.alert.sink.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.sink.SinkStage;
import io.gpuledger.alert.sink.Stub;
import io.gpuledger.alert.wording.Saying;
import io.gpuledger.testing.Authority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receivers behind certificates that Java does not know. */
class TlsOfReceiversTest {

    private static final String HERE = "ip:127.0.0.1";
    private static final String ELSEWHERE = "dns:pager.example";

    @TempDir
    static Path folder;

    private static Authority authority;

    private SinkStage stage;

    @BeforeAll
    static void found() throws Exception {
        authority = Authority.in(folder, HERE, ELSEWHERE);
    }

    @BeforeEach
    void start() throws IOException {
        stage = new SinkStage();
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    private static Stub server(String name) throws Exception {
        return Stub.secure(authority.server(name), new SSLParameters());
    }

    private Sink sink(Stub server, String tls) {
        return stage.sink("webhook", "url: '" + server.url() + "', http_config: {tls_config: {" + tls + "}}");
    }

    private Answer answer(Stub server, String tls) throws Exception {
        return sink(server, tls).send(Saying.firing());
    }

    private static String ca() throws Exception {
        return "ca_file: '" + authority.certificate("ca") + "'";
    }

    private static void assertNoConnection(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Retry.class);
        assertThat(answer.detail()).startsWith("no connection: the certificates do not fit");
    }

    @Test
    void believesAnAuthorityOfTheirOwn() throws Exception {
        try (Stub server = server(HERE)) {
            assertNoConnection(answer(server, ""));
            assertNoConnection(answer(server, "ca_file: '" + authority.certificate("stranger") + "'"));
            assertThat(answer(server, ca())).isInstanceOf(Answer.Delivered.class);
        }
    }

    @Test
    void wantsTheCertificateToBeMadeOutToTheHostOrToTheNameThatIsGiven() throws Exception {
        try (Stub server = server(ELSEWHERE)) {
            assertNoConnection(answer(server, ca()));
            assertNoConnection(answer(server, ca() + ", server_name: mail.example"));
            assertThat(answer(server, ca() + ", server_name: Pager.example")).isInstanceOf(Answer.Delivered.class);
            assertThat(answer(server, "insecure_skip_verify: true")).isInstanceOf(Answer.Delivered.class);
        }
    }

    @Test
    void showsWhoWeAreWhereThatIsAsked() throws Exception {
        SSLParameters strict = new SSLParameters();
        strict.setNeedClientAuth(true);
        String ours =
                ", cert_file: '" + authority.certificate("client") + "', key_file: '" + authority.key("client") + "'";
        try (Stub server = Stub.secure(authority.server(HERE), strict)) {
            assertThat(answer(server, ca())).isInstanceOf(Answer.Retry.class);
            assertThat(answer(server, ca() + ours)).isInstanceOf(Answer.Delivered.class);
        }
    }

    @Test
    void speaksTheVersionsThatAreAllowed() throws Exception {
        SSLParameters old = new SSLParameters(null, new String[] {"TLSv1.2"});
        try (Stub server = Stub.secure(authority.server(HERE), old)) {
            assertNoConnection(answer(server, ca() + ", min_version: TLS13"));
            assertThat(answer(server, ca() + ", min_version: TLS10, max_version: TLS12"))
                    .isInstanceOf(Answer.Delivered.class);
        }
    }

    @Test
    void readsCertificatesAnewWhenTheirFileChanges() throws Exception {
        Path file = folder.resolve("changing.crt");
        Files.copy(Path.of(authority.certificate("stranger")), file, StandardCopyOption.REPLACE_EXISTING);
        try (Stub server = server(HERE)) {
            Sink sink = sink(server, "ca_file: '" + file + "'");
            assertNoConnection(sink.send(Saying.firing()));

            Files.copy(Path.of(authority.certificate("ca")), file, StandardCopyOption.REPLACE_EXISTING);

            assertThat(sink.send(Saying.firing())).isInstanceOf(Answer.Delivered.class);
        }
    }

    @Test
    void saysThatAFileCannotBeUsedAndNotWhatIsInIt() throws Exception {
        Path file = Files.writeString(folder.resolve("wrong.crt"), "hunter2");
        try (Stub server = server(HERE)) {
            Sink sink = sink(server, "ca_file: '" + file + "'");

            assertThatThrownBy(() -> sink.send(Saying.firing()))
                    .isInstanceOf(IOException.class)
                    .hasMessage("tls_config: the certificates or the key cannot be used");
        }
    }
}
