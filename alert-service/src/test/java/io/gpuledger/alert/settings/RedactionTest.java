package io.gpuledger.alert.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class RedactionTest {

    @Test
    void showsNoSecretOfAnyReceiver() {
        String shown = Redaction.of("""
                global: {slack_api_url: 'https://hooks.slack.com/hunter2', smtp_auth_password: hunter2, opsgenie_api_key: hunter2}
                route: {receiver: d}
                receivers:
                - name: d
                  webhook_configs:
                  - {url: 'https://u:hunter2@x.example/hunter2?hunter2', signing_secret: hunter2, url_template: 'https://x/hunter2'}
                  - url: https://x.example
                    http_config:
                      basic_auth: {username: u, password: hunter2}
                      http_headers: {X-Key: {values: [hunter2], secrets: [hunter2]}}
                      oauth2: {client_secret: hunter2, token_url: 'https://x/hunter2', endpoint_params: {password: hunter2, assertion: hunter2}}
                      proxy_url: 'http://u:hunter2@proxy:3128'
                      proxy_connect_header: {Proxy-Key: [hunter2]}
                      tls_config: {key: hunter2}
                  slack_configs: [{app_token: hunter2}]
                  msteamsv2_configs: [{webhook_url: 'https://x/hunter2'}]
                  ntfy_configs: [{topic: hunter2, token: hunter2}]
                  email_configs: [{auth_password: hunter2, auth_secret: hunter2}]
                  exec_configs: [{command: [a], environment: {A: hunter2, B: hunter2}}]
                  ticket_configs: [{token: hunter2, api_key: hunter2}]
                  jira_configs: [{http_config: {authorization: {credentials: hunter2}, bearer_token: hunter2}}]
                """);

        assertThat(shown).doesNotContain("hunter2").contains("<secret>", "X-Key", "https://hooks.slack.com/secret");
        Object again = new Yaml().load(shown);
        assertThat(again).isNotNull();
    }

    @Test
    void leavesLabelsAsTheyAre() {
        assertThat(Redaction.of("route: {receiver: d, routes: [{match: {topic: gpu, api_key: x}}]}"))
                .contains("topic: gpu", "api_key: x");
    }
}
