package io.gpuledger.alert.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.access.Access;
import io.gpuledger.alert.sink.access.ClientCredentials;
import io.gpuledger.alert.sink.net.NoProxy;
import io.gpuledger.alert.sink.net.Proxies;
import io.gpuledger.alert.sink.net.TargetGuard;
import io.gpuledger.alert.sink.net.Transport;
import io.gpuledger.alert.wording.Saying;
import io.gpuledger.testing.Authority;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receivers that are reached through a proxy, and what may not be reached that way either. */
class ProxiesTest {

    private static final String INSIDE = "http://169.254.169.254/latest";
    private static final String REFUSED = "private addresses are not allowed (GPU_LEDGER_ALERT_ALLOW_PRIVATE_TARGETS)";

    @TempDir
    Path folder;

    private SinkStage stage;
    private StubProxy proxy;

    @BeforeEach
    void start() throws IOException {
        stage = new SinkStage();
        proxy = new StubProxy();
    }

    @AfterEach
    void stop() throws IOException {
        stage.close();
        proxy.close();
    }

    private Answer send(String url, String http) throws Exception {
        String config = "url: '" + url + "', http_config: {" + http + "}";
        return stage.sink("webhook", config).send(Saying.firing());
    }

    @Test
    void handsTheCallToTheProxyWhichKnowsTheName() throws Exception {
        String http = "proxy_url: 'http://u:p@" + proxy.address() + "'";

        assertThat(send("http://pager.invalid/hook", http)).isInstanceOf(Answer.Delivered.class);

        assertThat(proxy.heads().getFirst())
                .startsWith("POST http://pager.invalid/hook HTTP/1.1\r\n")
                .contains("Proxy-Authorization: Basic dTpw\r\n");
    }

    @Test
    void opensATunnelAndTellsTheProxyWhatIsForItAlone() throws Exception {
        Authority authority = Authority.in(folder, "ip:127.0.0.1");
        try (Stub server = Stub.secure(authority.server("ip:127.0.0.1"), new SSLParameters())) {
            String http = "proxy_url: 'http://u:p@" + proxy.address() + "', proxy_connect_header: {Proxy-Team: [ml]}, "
                    + "tls_config: {ca_file: '" + authority.certificate("ca") + "'}, bearer_token: hunter2";

            assertThat(send(server.url() + "/hook", http)).isInstanceOf(Answer.Delivered.class);

            assertThat(proxy.heads().getFirst())
                    .startsWith("CONNECT 127.0.0.1:")
                    .contains("Proxy-Authorization: Basic dTpw\r\n", "Proxy-Team: ml\r\n")
                    .doesNotContain("hunter2");
            assertThat(server.last().headers()).doesNotContainKeys("Proxy-authorization", "Proxy-team");
            assertThat(server.last().header("Authorization")).isEqualTo("Bearer hunter2");
        }
    }

    @Test
    void leavesTheProxyOutWhereItIsNotFor() throws Exception {
        String http = "proxy_url: 'http://" + proxy.address() + "', no_proxy: '127.0.0.0/8'";

        assertThat(send("URL/hook", http)).isInstanceOf(Answer.Delivered.class);

        assertThat(proxy.heads()).isEmpty();
        assertThat(stage.stub().last().path()).isEqualTo("/hook");
    }

    /** What a caller that may not call inside makes of a receiver. */
    private static Answer guarded(String url, @Nullable ClientCredentials oauth, Transport transport) throws Exception {
        Access access = new Access(null, oauth, Map.of(), transport);
        HttpSettings http = new HttpSettings(true, Duration.ofSeconds(5), access);
        try (HttpCaller caller = new HttpCaller(new TargetGuard(false), InstantSource.fixed(SinkStage.NOW), "test")) {
            return caller.call(Call.post(url, http, Map.of())).answer();
        }
    }

    private Transport throughTheEnvironments() {
        Map<String, String> environment = Map.of("http_proxy", "http://" + proxy.address());
        return new Transport(null, new Proxies(null, NoProxy.NOTHING, environment, Map.of()), true);
    }

    @Test
    void trustsTheProxyOfTheEnvironmentAndNotOneOfTheFile() throws Exception {
        Proxies ofFile = new Proxies(Secret.of("http://" + proxy.address()), NoProxy.NOTHING, Map.of(), Map.of());

        assertThat(guarded("http://pager.invalid/", null, new Transport(null, ofFile, true)))
                .isEqualTo(new Answer.Rejected("the proxy: " + REFUSED));
        assertThat(guarded("http://pager.invalid/", null, throughTheEnvironments()))
                .isInstanceOf(Answer.Delivered.class);
        assertThat(proxy.heads()).hasSize(1);
    }

    @Test
    void asksNoProxyForWhatIsInside() throws Exception {
        assertThat(guarded(INSIDE, null, throughTheEnvironments())).isEqualTo(new Answer.Rejected(REFUSED));
        assertThat(proxy.heads()).isEmpty();
    }

    @Test
    void isNotSentInsideByAReceiver() throws Exception {
        proxy.sendsOnTo(INSIDE);

        assertThat(guarded("http://pager.invalid/", null, throughTheEnvironments()))
                .isEqualTo(new Answer.Rejected(REFUSED));
        assertThat(proxy.heads()).hasSize(1);
    }

    @Test
    void fetchesNoTokenFromInside() throws Exception {
        ClientCredentials.Client client = new ClientCredentials.Client("c", null);
        ClientCredentials oauth = new ClientCredentials(client, INSIDE, List.of(), Map.of(), Transport.PLAIN);

        assertThat(guarded("http://pager.invalid/", oauth, throughTheEnvironments()))
                .isEqualTo(new Answer.Rejected("no token: " + REFUSED));
        assertThat(proxy.heads()).isEmpty();
    }
}
