package io.gpuledger.alert.routing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gpuledger.alert.route.Router;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Routing files at random, read by Alertmanager's own {@code amtool} and by us: both accept the same and mean the same by it. Runs
 * where there is an {@code amtool}, such as Debian's 0.25; what later versions accept besides is left out.
 */
class AmtoolTest {

    private static final long SEED = 20261130;
    private static final int RECEIVERS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How many files of each kind. */
    private static final int FILES = 120;

    private static final int LABELS_PER_FILE = 4;

    private final Random chance = new Random(SEED);

    @TempDir
    Path folder;

    @BeforeEach
    void amtoolIsHere() {
        assumeTrue(run("amtool", "--version") != null, "there is no amtool");
    }

    /** What a program prints where it ends well; absent where it does not, or is not there. */
    private static @Nullable String run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
            return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0 ? printed : null;
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("routing.yml"), text);
    }

    private @Nullable RoutingFile read(String text) {
        try {
            return RoutingReader.read("routing.yml", text, folder);
        } catch (InvalidRouting e) {
            return null;
        }
    }

    @SafeVarargs
    private final <T> T oneOf(T... choices) {
        return choices[chance.nextInt(choices.length)];
    }

    @Test
    void alertsTakeTheSameRoutes() throws IOException {
        for (int i = 0; i < FILES; i++) {
            String text = "route:\n  receiver: r0\n" + routes("  ", 3) + receivers();
            Path file = file(text);
            Router router =
                    new Router(Objects.requireNonNull(read(text), text).plan().root());
            for (int j = 0; j < LABELS_PER_FILE; j++) {
                Map<String, String> labels = labels();
                List<String> command =
                        new ArrayList<>(List.of("amtool", "config", "routes", "test", "--config.file=" + file));
                labels.forEach((name, value) -> command.add(name + "=" + value));
                String theirs = run(command.toArray(String[]::new));
                assertThat(router.routesOf(labels).stream()
                                .map(route -> route.receiver())
                                .collect(Collectors.joining(",")))
                        .as("%s with %s", text, labels)
                        .isEqualTo(theirs == null ? null : theirs.strip());
            }
        }
    }

    private static String receivers() {
        return IntStream.range(0, RECEIVERS)
                .mapToObj(i -> "- {name: r" + i + "}\n")
                .collect(Collectors.joining("", "receivers:\n", ""));
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>();
        for (String name : List.of("a", "b", "c")) {
            if (chance.nextInt(4) > 0) {
                labels.put(name, oneOf("x", "y", "xy", "x y", "X", "x.y", "1"));
            }
        }
        labels.put("alertname", "n");
        return labels;
    }

    private String routes(String indent, int depth) {
        int children = depth == 0 ? 0 : chance.nextInt(4);
        StringBuilder text = new StringBuilder(children == 0 ? "" : indent + "routes:\n");
        for (int i = 0; i < children; i++) {
            text.append(indent)
                    .append("- receiver: r")
                    .append(chance.nextInt(RECEIVERS))
                    .append('\n');
            if (chance.nextInt(3) == 0) {
                text.append(indent).append("  continue: true\n");
            }
            switch (chance.nextInt(5)) {
                case 0 ->
                    text.append(indent)
                            .append("  match: {a: ")
                            .append(oneOf("x", "xy", "''"))
                            .append("}\n");
                case 1 ->
                    text.append(indent)
                            .append("  match_re: {b: '")
                            .append(oneOf("x|y", "x.*", "", "[xy]"))
                            .append("'}\n");
                case 2 -> {}
                default ->
                    text.append(indent)
                            .append("  matchers: [")
                            .append(matchers())
                            .append("]\n");
            }
            text.append(routes(indent + "  ", depth - 1));
        }
        return text.toString();
    }

    private String matchers() {
        return IntStream.rangeClosed(0, chance.nextInt(2))
                .mapToObj(
                        i -> "'" + oneOf("a", "b", "c") + oneOf("", " ") + oneOf("=", "!=", "=~", "!~") + oneOf("", " ")
                                + oneOf(
                                        "x", "\"x\"", "\"\"", "\"x y\"", "x|y", "\"x|y\"", ".*", "x.*", "\"x.y\"",
                                        "(?i)x", "xy?", "[^x]+")
                                + "'")
                .collect(Collectors.joining(", "));
    }

    /** A frame, and below it what might stand in its place; the file is otherwise valid. */
    record Family(String frame, List<String> choices) {}

    /**
     * Left out is what amtool lets pass and Alertmanager stumbles over when it is to send: a certificate without its key, {@code
     * max_version} below {@code min_version}, a proxy without a scheme; and proxies and versions that Java does not speak.
     */
    private static final List<String> HTTP_CONFIGS = List.of(
            "{} | ~ | {tls_config: {}} | {tls_config: ~} | {tls_config: {ca_file: a}} | {tls_config: {ca: a, ca_file: b}}",
            "{tls_config: {cert_file: a, key_file: b}} | {tls_config: {min_version: TLS12}} | {tls_config: {min_version: TLS9}}",
            "{tls_config: {max_version: TLS13}} | {tls_config: {min_version: 12}} | {tls_config: {insecure_skip_verify: yes}}",
            "{tls_config: {insecure_skip_verify: maybe}} | {tls_config: {server_name: a}} | {tls_config: {colour: a}} | {tls_config: []}",
            "{oauth2: {}} | {oauth2: ~} | {oauth2: {client_id: a}} | {oauth2: {client_id: a, client_secret: b}}",
            "{oauth2: {client_id: a, client_secret: b, token_url: 'http://x'}} | {oauth2: {client_secret: b, token_url: 'http://x'}}",
            "{oauth2: {client_id: a, client_secret: b, client_secret_file: c, token_url: 'http://x'}}",
            "{oauth2: {client_id: a, client_secret_file: c, token_url: 'http://x', scopes: [a, b], endpoint_params: {a: b}}}",
            "{oauth2: {client_id: a, client_secret: b, token_url: 'http://x', tls_config: {ca_file: x}, proxy_url: 'http://p'}}",
            "{oauth2: {client_id: a, client_secret: b, token_url: 'http://x', scopes: a}}",
            "{oauth2: {client_id: a, client_secret: b, token_url: 'http://x', endpoint_params: [a]}}",
            "{oauth2: {client_id: a, client_secret: b, token_url: 'http://x', colour: a}}",
            "{oauth2: {client_id: a, client_secret: b, token_url: 'http://x'}, basic_auth: {username: a}}",
            "{oauth2: {client_id: a, client_secret: b, token_url: 'http://x'}, bearer_token: a}",
            "{oauth2: {client_id: a, client_secret: b, token_url: 'http://x'}, authorization: {credentials: a}}",
            "{proxy_url: 'http://p:3128'} | {proxy_url: ''} | {proxy_url: ~} | {proxy_url: 'http://a:b@p'} | {proxy_url: [a]}",
            "{authorization: {}} | {authorization: ~} | {authorization: {type: basic, credentials: a}} | {authorization: {type: Foo}}",
            "{authorization: {type: ' Basic '}} | {authorization: {credentials: a, credentials_file: b}} | {authorization: {colour: a}}",
            "{authorization: {credentials: a}, bearer_token: b} | {basic_auth: {username: a}, authorization: {credentials: a}}",
            "{basic_auth: {}} | {basic_auth: ~} | {basic_auth: {password: a, password_file: b}} | {basic_auth: {colour: a}}",
            "{bearer_token: a, bearer_token_file: b} | {bearer_token: ''} | {bearer_token_file: nope} | {bearer_token: ~}",
            "{bearer_token: '', basic_auth: {username: a}} | {basic_auth: {username: a}, bearer_token: b}",
            "{enable_http2: maybe} | {enable_http2: false} | {follow_redirects: 1} | {follow_redirects: true} | {colour: red} | []");

    private static List<Family> families() {
        return List.of(
                family(
                        "route: {receiver: r0, group_wait: %s}",
                        "30s | 0s | 1h30m | 1m1h | 1.5s | -1s | 5 | '' | 1d | 1y | 2w | 1ms | '1 s' | '1s ' | 0 | '0' | 300y",
                        "~ | [] | 1h1h | 1us | +1s | 1M | 1d12h | 293y"),
                family("route: {receiver: r0, repeat_interval: %s}", "30s | 0s | 1ms | 0 | '0' | ~ | 1d12h | soon"),
                family("route: {receiver: r0, group_interval: %s}", "30s | 0s | 1ms | 0 | '0' | ~ | 1d12h | soon"),
                family(
                        "route: {receiver: r0, group_by: %s}",
                        "[a] | [] | ['...'] | [a, '...'] | ['a_b'] | a | [a, a] | ~ | [''] | [{}] | ['__name__'] | [[a]]"),
                family(
                        "route: {receiver: r0, routes: [{continue: %s}]}",
                        "true | false | yes | 'yes' | on | 1 | maybe | ~ | True | TRUE | y | n | off | 'true' | tRUE | ''"),
                family(
                        "route: {receiver: r0, routes: [{match: %s}]}",
                        "{a: b} | {a: 1} | {a: [b]} | {a: ~} | {} | ~ | [] | {a: true} | {a: 1.50} | {'': b} | {a: ''}"),
                family(
                        "route: {receiver: r0, routes: [{match_re: %s}]}",
                        "{a: b} | {a: '('} | {a: '(?=x)'} | {a: '\\d+'} | {a: '[[:alpha:]]'} | {a: '(?P<n>x)'} | {a: 'a{2,1}'}",
                        "{a: '\\p{Greek}'} | {a: '\\1'} | {a: 'a++'} | {a: '\\Qx\\E'} | {a: 'x{1001}'} | {a: '\\z'} | {a: '\\Z'}",
                        "{a: ''} | {a: '[a'} | {a: '*'} | {a: 'a**'} | {a: '(?i)x'} | {a: '(?x)y'} | {a: '\\pN'} | {a: '\\C'}"),
                family(
                        "route: {receiver: r0, routes: [{matchers: %s}]}",
                        "['a=b'] | ['a'] | ['=b'] | ['a==b'] | ['a=~b'] | ['a=~\"(\"'] | ['{a=b}'] | ['{a=\"b\",c=\"d\"}']",
                        "['a=b,c=d'] | ['a=\"b'] | ['a=b\"'] | ['a=\"b\\n\"'] | ['a=\"\\q\"'] | [''] | ~ | [] | 'a=b' | ['a = b']",
                        "[' a=b '] | ['a=b,'] | ['{a=b'] | ['a=b}'] | ['a!b'] | ['a<b'] | ['a:b=c'] | ['a=\"b\"c'] | ['a=\"b\" ,']",
                        "['a=b c'] | ['a=\"\\\"\"'] | ['a=\"b\",c'] | ['a!=b'] | ['a=!b'] | ['a=~'] | ['a= '] | ['a=\"\"'] | [1]"),
                family("route: {receiver: %s}", "r0 | r9 | '' | ~ | 0 | [r0]"),
                family(
                        "route: {receiver: r0, routes: %s}",
                        "[] | ~ | {} | [~] | [{}] | [{receiver: r9}] | [{routes: [{}]}]"),
                family(
                        "route: {receiver: r0, routes: [{receiver: r1, mute_time_intervals: %s}]}\n"
                                + "time_intervals: [{name: n, time_intervals: []}]",
                        "[n] | [m] | n | ~ | [] | [''] | [n, n]"),
                family(
                        "route: {receiver: r0}\ntime_intervals: [{name: n, time_intervals: [%s]}]",
                        "{} | {weekdays: ['monday:friday']} | {weekdays: [mon]} | {weekdays: [Monday]} | {weekdays: ['friday:monday']}",
                        "{weekdays: ['sunday:saturday']} | {weekdays: [1]} | {weekdays: ['0:3']} | {weekdays: ['']} | {months: ['1:3']}",
                        "{months: ['january:march']} | {months: [may]} | {months: [13]} | {months: ['3:1']} | {months: ['May:6']}",
                        "{years: ['2020:2022']} | {years: [2020]} | {years: ['2030:2020']} | {years: [soon]} | {years: ['-1']}",
                        "{days_of_month: ['1:5']} | {days_of_month: ['-3:-1']} | {days_of_month: [0]} | {days_of_month: [32]}",
                        "{days_of_month: ['-1:1']} | {days_of_month: ['5:1']} | {days_of_month: ['1:-1']} | {days_of_month: ['-32']}",
                        "{days_of_month: ['-1:-5']} | {days_of_month: ['30:-30']} | {days_of_month: ['1:2:3']} | {days_of_month: [5]}",
                        "{times: [{start_time: '09:00', end_time: '17:00'}]} | {times: [{start_time: '17:00', end_time: '09:00'}]}",
                        "{times: [{start_time: '9:00', end_time: '17:00'}]} | {times: [{start_time: '00:00', end_time: '24:00'}]}",
                        "{times: [{start_time: '09:00'}]} | {times: [{start_time: '09:00', end_time: '09:00'}]}",
                        "{times: [{start_time: '24:00', end_time: '24:01'}]} | {times: [{start_time: '09:60', end_time: '17:00'}]}",
                        "{location: Europe/Berlin} | {location: Nowhere} | {location: UTC} | {location: ''} | {weekday: [monday]}"),
                family(
                        "route: {receiver: r0}\ninhibit_rules: [%s]",
                        "{} | {equal: [a]} | {source_match: {a: b}, target_match: {c: d}} | {equal: a} | {sources: []}",
                        "{source_matchers: ['a=b'], target_matchers: ['c=d'], equal: [a]} | {source_matchers: ['a=~\"(\"']}",
                        "{target_match_re: {a: '('}} | {source_match: {a: b}, source_matchers: ['c=d']}"),
                family(
                        "route: {receiver: r0}\nglobal: %s",
                        "{} | ~ | {resolve_timeout: 5m} | {resolve_timeout: 0s} | {resolve_timeout: x} | {smtp_from: a@b.c}",
                        "{smtp_require_tls: false} | {slack_api_url: 'http://x/'} | {slack_api_url: x} | {colour: red}",
                        "{http_config: {}} | {http_config: {follow_redirects: false}} | {http_config: {colour: red}}",
                        "{http_config: {basic_auth: {username: a, password: b}}} | {pagerduty_url: 'https://x/'} | {pagerduty_url: y}",
                        "{http_config: {bearer_token: a, basic_auth: {username: a}}} | {opsgenie_api_key: k} | {opsgenie_api_url: z}"),
                family(
                        "route: {receiver: r0}\nreceivers: [{name: r0, webhook_configs: [%s]}]",
                        "{} | {url: 'http://x'} | {url: 'ftp://x'} | {url: x} | {url: ''} | {url: ~} | {url: 'http://x', max_alerts: 3}",
                        "{url: 'http://x', max_alerts: -1} | {url: 'http://x', send_resolved: false}",
                        "{url: 'http://x', title: t} | {url: 'http://'} | {url: 'http://x', send_resolved: maybe}"),
                family(
                        "route: {receiver: r0}\nglobal: {http_config: %s}\nreceivers: [{name: r0}]",
                        HTTP_CONFIGS.toArray(String[]::new)),
                family(
                        "route: {receiver: r0}\nreceivers: [{name: r0, webhook_configs: [{url: 'http://x', http_config: %s}]}]",
                        HTTP_CONFIGS.toArray(String[]::new)),
                family(
                        "route: {receiver: r0}\n"
                                + "receivers: [{name: r0, email_configs: [{to: a@b, from: c@d, smarthost: 'm:25', tls_config: %s}]}]",
                        "{} | ~ | {ca_file: a, cert_file: b, key_file: c} | {server_name: a} | {insecure_skip_verify: true}",
                        "{colour: red} | {min_version: TLS12} | {min_version: TLS9} | {insecure_skip_verify: 1} | []"),
                family(
                        "route: {receiver: r0}\nreceivers: %s",
                        "[{name: r0}] | [{name: r0}, {name: r0}] | [{}] | [] | ~ | [{name: ''}]"));
    }

    private static Family family(String frame, String... rows) {
        return new Family(frame, List.of(String.join(" | ", rows).split(" \\| ")));
    }

    @ParameterizedTest
    @MethodSource("families")
    void filesAreValidForBothOrForNeither(Family family) throws IOException {
        List<String> differing = new ArrayList<>();
        for (String choice : family.choices()) {
            String text = family.frame().formatted(choice) + "\n"
                    + (family.frame().contains("receivers:") ? "" : receivers());
            boolean theirs = run("amtool", "check-config", file(text).toString()) != null;
            if (theirs != (read(text) != null)) {
                differing.add(choice + (theirs ? ": only amtool accepts it" : ": only we accept it"));
            }
        }
        assertThat(differing).as(family.frame()).isEmpty();
    }
}
