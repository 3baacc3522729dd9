package io.gpuledger.alert.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.alert.sink.pagerduty.PagerDutySettings;
import io.gpuledger.alert.sink.webhook.WebhookSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingReaderTest {

    private static final String RECEIVERS = "receivers: [{name: d}]\n";

    private static RoutingFile read(String text) {
        return RoutingReader.read("r.yaml", text, Path.of(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "receivers: [{name: d}]                              | r.yaml:1: no routes provided",
                "route: {group_wait: 1s}                             | r.yaml:1: route: root route must specify a default receiver",
                "route: {receiver: d, matchers: [a = b]}             | r.yaml:1: route: root route must not have any matchers",
                "route: {receiver: d, mute_time_intervals: [x]}      | r.yaml:1: route: root route must not have any mute time intervals",
                "route: {receiver: d, continue: true}                | r.yaml:1: route: cannot have continue in root route",
                "route: {receiver: e}                                | r.yaml:1: route: undefined receiver \"e\" used in route",
                "route: {receiver: d, group_by: [a, a]}              | r.yaml:1: route: duplicated label \"a\" in group_by",
                "route: {receiver: d, group_by: [a, '...']}          | r.yaml:1: route: cannot have wildcard group_by",
                "route: {receiver: d, group_interval: 0s}            | r.yaml:1: route: group_interval cannot be zero",
                "route: {receiver: d, repeat_interval: 0s}           | r.yaml:1: route: repeat_interval cannot be zero",
                "route: {receiver: d, group_wait: soon}              | r.yaml:1: route: group_wait must look like",
                "route: {receiver: d, grup_by: [a]}                  | r.yaml:1: route: field grup_by not found",
                "route: {receiver: d, receiver: d}                   | r.yaml:1: route: field receiver is there twice",
                "route: {receiver: d, routes: [{matchers: ['a =~ \"(\"']}]} | r.yaml:1: route.routes[0]: matchers has a regular expression",
                "route: {receiver: d, escalation: up}                | r.yaml:1: route: undefined escalation \"up\" used in route",
                "route: [1]                                          | r.yaml:1: route: must be a mapping"
            })
    void refusesARouteAndSaysWhereAndWhy(String route, String message) {
        String text = route.startsWith("receivers") ? route : route + "\n" + RECEIVERS;

        assertThatThrownBy(() -> read(text)).isInstanceOf(InvalidRouting.class).hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{steps: []} | r.yaml:1: escalations[0]: missing name in escalation",
                "{name: up} | r.yaml:1: escalations[0]: steps needs at least one",
                "{name: up, stepz: []} | r.yaml:1: escalations[0]: steps needs at least one",
                "{name: up, steps: [{receiver: d}]} | r.yaml:1: escalations[0].steps[0]: wait is required",
                "{name: up, steps: [{wait: soon, receiver: d}]} | r.yaml:1: escalations[0].steps[0]: wait must look like",
                "{name: up, steps: [{wait: 0s, receiver: d}]} | r.yaml:1: escalations[0].steps[0]: wait must be above zero",
                "{name: up, steps: [{wait: 31d, receiver: d}]} | r.yaml:1: escalations[0].steps[0]: wait must be at most 30d",
                "{name: up, steps: [{wait: 1m, receiver: e}]} | r.yaml:1: escalations[0].steps[0]: undefined receiver \"e\" used in escalation",
                "{name: up, steps: [{wait: 1m, receiver: d, x: 1}]} | r.yaml:1: escalations[0].steps[0]: field x not found",
                "{name: up, steps: [{wait: 1m, receiver: d}, {wait: 2m, receiver: d}]} | r.yaml:1: escalations[0]: steps have receiver \"d\" twice",
                "{name: u, steps: [{wait: 1m, receiver: d}]}, {name: u, steps: [{wait: 1m, receiver: d}]} | r.yaml:1: escalations[1]: escalation name \"u\" is not unique"
            })
    void refusesAnEscalationAndSaysWhereAndWhy(String escalations, String message) {
        String text = "escalations: [" + escalations + "]\nroute: {receiver: d}\n" + RECEIVERS;

        assertThatThrownBy(() -> read(text)).isInstanceOf(InvalidRouting.class).hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{name: d, webhook_configs: [{send_resolved: true}]} | r.yaml:2: receivers[0].webhook_configs[0]: one of url or url_file",
                "{name: d, webhook_configs: [{url: 'ftp://x'}]}      | r.yaml:2: receivers[0].webhook_configs[0]: url must start with",
                "{name: d, webhook_configs: [{url: 'http://x', url_file: f}]} | r.yaml:2: receivers[0].webhook_configs[0]: at most one of",
                "{name: d, webhook_configs: [{url: 'http://x', max_alerts: -1}]} | r.yaml:2: receivers[0].webhook_configs[0]: max_alerts must be",
                "{name: d, pagerduty_configs: [{severity: error}]}   | r.yaml:2: receivers[0].pagerduty_configs[0]: missing service or routing key",
                "{name: d, pagerduty_configs: [{routing_key: short}]} | r.yaml:2: receivers[0].pagerduty_configs[0]: routing_key must have 32",
                "{name: d, discord_configs: [{webhook_url: x}]}      | r.yaml:2: receivers[0]: discord_configs is not supported",
                "{name: d, telegramm_configs: []}                    | r.yaml:2: receivers[0]: field telegramm_configs not found",
                "{name: d}, {name: d}                                | r.yaml:2: receivers[1]: notification config name \"d\" is not unique",
                "{webhook_configs: []}                               | r.yaml:2: receivers[0]: missing name in receiver"
            })
    void refusesAReceiverAndSaysWhereAndWhy(String receiver, String message) {
        assertThatThrownBy(() -> read("route: {receiver: d}\nreceivers: [" + receiver + "]\n"))
                .isInstanceOf(InvalidRouting.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{tls_config: {cert_file: c}}                        | .tls_config: exactly one of key or key_file",
                "{tls_config: {key_file: k}}                         | .tls_config: exactly one of cert or cert_file",
                "{tls_config: {ca: c, ca_file: c}}                   | .tls_config: at most one of ca & ca_file",
                "{tls_config: {min_version: SSL3}}                   | .tls_config: min_version must be one of TLS10",
                "{tls_config: {min_version: TLS13, max_version: TLS12}} | .tls_config: max_version must be greater",
                "{tls_config: {max_version: TLS11}}                  | .tls_config: max_version must be TLS12 or TLS13",
                "{tls_config: {colour: red}}                         | .tls_config: field colour not found",
                "{oauth2: {}}                                        | .oauth2: oauth2 client_id must be configured",
                "{oauth2: {client_id: c, client_secret: s}}          | .oauth2: oauth2 token_url must be configured",
                "{oauth2: {client_id: c, token_url: x}}              | .oauth2: token_url must start with http",
                "{oauth2: {client_id: c, token_url: 'http://x', scope: a}} | .oauth2: field scope not found",
                "{oauth2: {client_id: c, token_url: 'http://x'}, bearer_token: b} | : at most one of basic_auth, oauth2 & authorization",
                "{proxy_url: 'socks5://p'}                           | : proxy_url must start with http://",
                "{no_proxy: p}                                       | : if no_proxy is configured, proxy_url must",
                "{proxy_from_environment: true, proxy_url: 'http://p'} | : if proxy_from_environment is configured, proxy_url",
                "{proxy_connect_header: {Proxy-A: [b]}}              | : if proxy_connect_header is configured, proxy_url",
                "{proxy_url: 'http://p', proxy_connect_header: {A: [b]}} | .proxy_connect_header: only headers that begin with Proxy-",
                "{authorization: {type: basic, credentials: c}}      | .authorization: authorization type cannot be set to",
                "{http_headers: {Host: {values: [a]}}}               | .http_headers: setting header",
                "{http_headers: {A: {}}}                             | .http_headers: A needs values, secrets or files"
            })
    void refusesAnHttpConfigWhereverItStands(String http, String message) {
        assertThatThrownBy(() -> read("route: {receiver: d}\nreceivers: [{name: d, webhook_configs: [{url: 'http://x', "
                        + "http_config: " + http + "}]}]\n"))
                .isInstanceOf(InvalidRouting.class)
                .hasMessageStartingWith("r.yaml:2: receivers[0].webhook_configs[0].http_config" + message);
        assertThatThrownBy(() -> read("route: {receiver: d}\n" + RECEIVERS + "global: {http_config: " + http + "}\n"))
                .isInstanceOf(InvalidRouting.class)
                .hasMessageContaining(": global.http_config" + message);
    }

    @Test
    void refusesTheCertificatesOfMailWhereverTheyStand() {
        assertThatThrownBy(() ->
                        read("route: {receiver: d}\n" + RECEIVERS + "global: {smtp_tls_config: {cert_file: c}}\n"))
                .hasMessageContaining(": global.smtp_tls_config: exactly one of key or key_file");
    }

    @Test
    void refusesASecretOfAllThatIsThereTwice() {
        assertThatThrownBy(() -> read("global: {slack_api_url: 'http://x', slack_api_url_file: f}\n"
                        + "route: {receiver: d}\n" + RECEIVERS))
                .hasMessage("r.yaml:1: global: at most one of slack_api_url & slack_api_url_file must be configured");
    }

    @Test
    void neverSaysASecret() {
        assertThatThrownBy(() -> read("""
                route: {receiver: d}
                receivers:
                - name: d
                  pagerduty_configs: [{routing_key: hunter2}]
                """)).hasMessageNotContaining("hunter2");
        assertThat(read("""
                        route: {receiver: d}
                        receivers:
                        - name: d
                          webhook_configs: [{url: 'http://x/hunter2'}]
                        """).toString()).doesNotContain("hunter2");
    }

    @Test
    void namesTheLineOfWhatIsNotYaml() {
        assertThatThrownBy(() -> read("route:\n  receiver: [")).hasMessageStartingWith("r.yaml:");
    }

    @Test
    void acceptsTheOldWordsAndAnEmptyInhibitRule() {
        RoutingFile file = read("""
                global: {resolve_timeout: 1m, pagerduty_url: 'https://pd.example/e'}
                route:
                  receiver: d
                  routes: [{match: {a: b}, match_re: {c: 'd|e'}, group_by: []}]
                receivers:
                - name: d
                  pagerduty_configs:
                  - {routing_key: 0123456789abcdef0123456789abcdef, severity: error}
                  - {routing_key_file: key, send_resolved: false}
                inhibit_rules:
                - {}
                - {source_match: {a: b}, target_match_re: {c: d}, equal: [x]}
                templates: []
                """);

        assertThat(file.plan().root().routes().getFirst().key()).isEqualTo("{}/{a=\"b\",c=~\"d|e\"}");
        assertThat(file.plan().inhibitRules()).hasSize(2);
        assertThat(file.plan().resolveTimeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(file.plan().receiver("d").integrations())
                .extracting(integration -> integration.kind() + integration.index() + integration.sendResolved())
                .containsExactly("pagerduty0true", "pagerduty1false");
        assertThat(file.sinks().get(RoutingFile.sinkKey("d", "pagerduty", 0)))
                .isInstanceOfSatisfying(
                        PagerDutySettings.class,
                        settings -> assertThat(settings.url()).isEqualTo("https://pd.example/e"));
    }

    @Test
    void readsTheFileTheConfigurationNamesBesideIt(@TempDir Path folder) throws IOException {
        Path config = Files.writeString(folder.resolve("gpu-ledger.yaml"), "alerting: {file: my.yaml}\n");
        Files.writeString(folder.resolve("my.yaml"), """
                route: {receiver: d}
                receivers: [{name: d, webhook_configs: [{url_file: secret}]}]
                """);
        Files.writeString(folder.resolve("secret"), "http://x/y\n");

        RoutingFile file = RoutingSource.load(config, null, "http://ignored");

        assertThat(file.sinks().get(RoutingFile.sinkKey("d", "webhook", 0)))
                .isInstanceOfSatisfying(
                        WebhookSettings.class,
                        settings -> assertThat(Objects.requireNonNull(settings.url()))
                                .satisfies(url -> assertThat(url.read()).isEqualTo("http://x/y")));
    }

    @Test
    void readsTheTemplatesTheFileNames(@TempDir Path folder) throws IOException {
        Path template = Files.writeString(folder.resolve("a.tmpl"), "{{ define \"x\" }}1{{ end }}");
        String text = "route: {receiver: d}\nreceivers: [{name: d}]\ntemplates: ['*.tmpl', 'none/*.tmpl']\n";
        String before = RoutingReader.read("r.yaml", text, folder).plan().version();

        Files.writeString(template, "{{ define \"x\" }}2{{ end }}");
        assertThat(RoutingReader.read("r.yaml", text, folder).plan().version()).isNotEqualTo(before);

        Files.writeString(template, "\n{{ define }}");
        assertThatThrownBy(() -> RoutingReader.read("r.yaml", text, folder))
                .isInstanceOf(InvalidRouting.class)
                .hasMessage(template + ":2: a template's name must be a quoted string");
    }

    @Test
    void saysInOneLineThatAFileIsNotThere(@TempDir Path folder) throws IOException {
        Path config = Files.writeString(folder.resolve("gpu-ledger.yaml"), "alerting: {file: gone.yaml}\n");

        assertThatThrownBy(() -> RoutingSource.load(config, null, null))
                .isInstanceOf(InvalidRouting.class)
                .hasMessage(folder.resolve("gone.yaml") + ": no such file");
    }

    @Test
    void tellsPagesAndTicketsApartInTheShippedFile() {
        RoutingFile told = RoutingSource.load(null, null, "http://127.0.0.1:8104/hook");
        RoutingFile untold = RoutingSource.load(null, null, "");

        assertThat(told.sinks()).hasSize(2);
        assertThat(told.plan().root().routes())
                .extracting(route -> route.receiver())
                .containsExactly("pager", "tickets");
        assertThat(untold.sinks()).isEmpty();
        assertThat(untold.plan().root().routes()).hasSize(2);
    }
}
