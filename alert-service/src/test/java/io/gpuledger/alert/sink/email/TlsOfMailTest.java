package io.gpuledger.alert.sink.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.SinkStage;
import io.gpuledger.alert.wording.Saying;
import io.gpuledger.testing.Authority;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail server behind a certificate that Java does not know, and which wants to see ours. */
class TlsOfMailTest {

    private static final String ELSEWHERE = "dns:mail.example";

    @TempDir
    Path folder;

    private SinkStage stage;
    private Authority authority;
    private SSLServerSocket server;

    @BeforeEach
    void start() throws Exception {
        stage = new SinkStage();
        authority = Authority.in(folder, ELSEWHERE);
        server = (SSLServerSocket) authority
                .server(ELSEWHERE)
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setNeedClientAuth(true);
        Thread.ofVirtual().start(this::accept);
    }

    @AfterEach
    void stop() throws IOException {
        stage.close();
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                talk(client);
            } catch (IOException e) {
                // Who did not show a certificate was shown the door.
            }
        }
    }

    /** Says yes to everything. */
    private static void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
        say(client, "220 here");
        boolean writing = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (writing && !line.equals(".")) {
                // Who did not show a certificate was shown the door.
            }
            writing = line.equals("DATA");
            say(client, writing ? "354 go on" : line.equals("QUIT") ? "221 bye" : "250 yes");
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
    }

    private Answer send(String tls, String global) throws Exception {
        String config = "to: a@x.example, from: b@x.example, smarthost: '127.0.0.1:" + server.getLocalPort()
                + "', force_implicit_tls: true" + (tls.isEmpty() ? "" : ", tls_config: {" + tls + "}");
        return stage.settings("email", config, global).sink(stage.outside()).send(Saying.firing());
    }

    @Test
    void believesAnAuthorityOfTheirOwnAndShowsWhoWeAre() throws Exception {
        String ca = "ca_file: '" + authority.certificate("ca") + "'";
        String ours =
                ", cert_file: '" + authority.certificate("client") + "', key_file: '" + authority.key("client") + "'";
        String name = ", server_name: mail.example";

        assertThat(send(ca + ours + name, "")).isEqualTo(new Answer.Delivered("SMTP 250"));
        assertThat(send("", "smtp_tls_config: {" + ca + ours + name + "}")).isEqualTo(new Answer.Delivered("SMTP 250"));
        assertThat(send(ca + ours, "")).isInstanceOf(Answer.Retry.class);
        assertThat(send(ca + name, "")).isInstanceOf(Answer.Retry.class);
        assertThat(send(ours.substring(2) + name, "")).isInstanceOf(Answer.Retry.class);
    }
}
