package io.gpuledger.alert.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.alert.notify.Hashes;
import io.gpuledger.alert.routing.RoutingReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RouterTest {

    private static final String TREE = """
            route:
              receiver: anyone
              group_by: [alertname]
              routes:
              - receiver: oncall
                matchers: ['severity = page']
                continue: true
              - receiver: desk
                matchers: ['severity =~ "page|ticket"']
                routes:
                - receiver: desk-vision
                  matchers: ['owner = vision', 'cluster = c1']
                - receiver: desk-orphans
                  matchers: ['owner = ""']
                  group_by: [cluster]
              - receiver: quiet
                matchers: ['env = dev']
            receivers:
            - {name: anyone}
            - {name: oncall}
            - {name: desk}
            - {name: desk-vision}
            - {name: desk-orphans}
            - {name: quiet}
            """;

    private final Router router =
            new Router(RoutingReader.read("f", TREE, Path.of("")).plan().root());

    private List<String> receivers(Map<String, String> labels) {
        return router.routesOf(labels).stream().map(Route::receiver).toList();
    }

    @Test
    void walksDepthFirstAndStopsAtTheFirstThatDoesNotContinue() {
        assertThat(receivers(Map.of())).containsExactly("anyone");
        assertThat(receivers(Map.of("severity", "page"))).containsExactly("oncall", "desk-orphans");
        assertThat(receivers(Map.of("severity", "page", "owner", "nlp", "env", "dev")))
                .containsExactly("oncall", "desk");
        assertThat(receivers(Map.of("severity", "ticket", "owner", "vision", "cluster", "c1")))
                .containsExactly("desk-vision");
        assertThat(receivers(Map.of("severity", "tickets", "env", "dev"))).containsExactly("quiet");
    }

    @Test
    void namesGroupsAsAlertmanagerDoes() {
        Route orphans = router.routesOf(Map.of("severity", "ticket")).getFirst();

        assertThat(orphans.groupKey(orphans.grouping().of(Map.of("cluster", "c\"1"))))
                .isEqualTo("{}/{severity=~\"page|ticket\"}/{owner=\"\"}:{cluster=\"c\\\"1\"}");
        assertThat(router.routesOf(Map.of("severity", "ticket", "owner", "vision", "cluster", "c1"))
                        .getFirst()
                        .key())
                .isEqualTo("{}/{severity=~\"page|ticket\"}/{cluster=\"c1\",owner=\"vision\"}");
    }

    @Test
    void givesReceiversTheSameDedupKeyAsAlertmanager() {
        Route root = router.routesOf(Map.of()).getFirst();
        String key = root.groupKey(new TreeMap<>(Map.of("alertname", "SpendBurnRate", "budget", "team-ml")));

        assertThat(key).isEqualTo("{}:{alertname=\"SpendBurnRate\", budget=\"team-ml\"}");
        assertThat(Hashes.sha256(key)).isEqualTo("6bed383d4fc2c95dffda50bd2af2abb70285c9df77a88289468ad04b2f2da963");
    }
}
