package io.gpuledger.alert.sink.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.alert.settings.Secret;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoProxyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://a.example/       | a.example                | true",
                "http://x.a.example/     | a.example                | true",
                "http://ba.example/      | a.example                | false",
                "http://a.example/       | .a.example               | false",
                "http://x.a.example/     | .a.example               | true",
                "http://x.a.example/     | *.a.example              | true",
                "http://A.Example/       | other, a.EXAMPLE         | true",
                "http://a.example/       | *                        | true",
                "http://a.example:81/    | a.example:81             | true",
                "http://a.example/       | a.example:81             | false",
                "https://a.example/      | a.example:443            | true",
                "http://10.1.2.3/        | 10.0.0.0/8               | true",
                "http://11.1.2.3/        | 10.0.0.0/8               | false",
                "http://10.1.2.3/        | 10.1.2.3                 | true",
                "http://[fd00::1]/       | fd00::/8                 | true",
                "http://[fd00::1]:81/    | [fd00::1]:81             | true",
                "http://a.example/       | 10.0.0.0/8,,b.example    | false"
            })
    void knowsWhatIsCalledDirectly(URI target, String text, boolean directly) {
        assertThat(NoProxy.read(text).covers(target)).isEqualTo(directly);
    }

    private static String chosen(String target, Map<String, String> environment) throws IOException {
        Proxies.Chosen proxy = new Proxies(null, NoProxy.NOTHING, environment, Map.of()).of(URI.create(target));
        return proxy == null ? "directly" : proxy.address().getHost() + ":" + proxy.port();
    }

    @Test
    void asksTheEnvironmentAsGoDoes() throws IOException {
        Map<String, String> environment = Map.of(
                "HTTPS_PROXY", "https.example:3128", "http_proxy", "http://http.example", "NO_PROXY", "a.example");

        assertThat(chosen("https://b.example/", environment)).isEqualTo("https.example:3128");
        assertThat(chosen("http://b.example/", environment)).isEqualTo("http.example:80");
        assertThat(chosen("http://a.example/", environment)).isEqualTo("directly");
        assertThat(chosen("http://localhost:9/", environment)).isEqualTo("directly");
        assertThat(chosen("http://b.example/", Map.of())).isEqualTo("directly");
    }

    @Test
    void takesTheProxyOfTheFileForWhatIsOnThisMachineToo() throws IOException {
        Proxies proxies = new Proxies(Secret.of("http://p.example:8"), NoProxy.NOTHING, Map.of(), Map.of());

        Proxies.Chosen chosen = Objects.requireNonNull(proxies.of(URI.create("http://localhost/")));
        assertThat(chosen.address()).hasToString("http://p.example:8");
        assertThat(chosen.fromFile()).isTrue();
    }
}
