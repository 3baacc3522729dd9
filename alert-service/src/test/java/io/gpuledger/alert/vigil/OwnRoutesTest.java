package io.gpuledger.alert.vigil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.alert.route.Route;
import io.gpuledger.alert.route.Router;
import io.gpuledger.alert.routing.InvalidRouting;
import io.gpuledger.alert.routing.RoutingFile;
import io.gpuledger.alert.routing.RoutingReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnRoutesTest {

    private static final RoutingFile FILE = RoutingReader.read("r", """
        route:
          receiver: pager
          routes:
          - {receiver: chat, matchers: ['alertname = "receiver-failing"', 'receiver = "mail"']}
        receivers:
        - {name: pager, webhook_configs: [{url: 'http://pager/'}]}
        - {name: mail, webhook_configs: [{url: 'http://mail/'}]}
        - {name: chat, webhook_configs: [{url: 'http://chat/'}]}
        """, Path.of(""));

    private static List<String> told(RoutingFile file, String dead) {
        return new Router(file.plan().root())
                .routesOf(FailingAlert.labels(new Watched(dead, "webhook"))).stream()
                        .map(Route::receiver)
                        .toList();
    }

    private static VigilSettings fallback(String name) {
        return VigilSettings.DEFAULT.withFallback(name);
    }

    @Test
    void aReceiverOfWhichOnlyItselfWouldBeToldIsNamed() {
        assertThat(OwnRoutes.alone(FILE.plan())).containsExactly("pager");
        assertThat(OwnRoutes.alone(OwnRoutes.in(FILE, fallback("chat")).plan())).isEmpty();
    }

    @Test
    void theFallbackIsToldWhereTheFileTellsNobodyElseAndOnlyThere() {
        RoutingFile with = OwnRoutes.in(FILE, fallback("chat"));

        assertThat(told(with, "pager")).containsExactly("chat");
        assertThat(told(with, "mail")).containsExactly("chat");
        assertThat(told(with, "chat")).containsExactly("pager");
    }

    @Test
    void theFallbackCannotTellOfItself() {
        RoutingFile with = OwnRoutes.in(FILE, fallback("pager"));

        assertThat(told(with, "pager")).containsExactly("pager");
        assertThat(OwnRoutes.alone(with.plan())).containsExactly("pager");
    }

    @Test
    void aFallbackThatIsNotInTheFileIsRefused() {
        assertThatThrownBy(() -> OwnRoutes.in(FILE, fallback("nobody")))
                .isInstanceOf(InvalidRouting.class)
                .hasMessageContaining("GPU_LEDGER_ALERT_FALLBACK_RECEIVER");
    }

    @Test
    void anotherFallbackIsAnotherPlanAndTheSameIsTheSame() {
        assertThat(OwnRoutes.in(FILE, VigilSettings.DEFAULT)).isEqualTo(FILE);
        assertThat(OwnRoutes.in(FILE, fallback("chat")).plan().version())
                .isEqualTo(OwnRoutes.in(FILE, fallback("chat")).plan().version())
                .isNotEqualTo(OwnRoutes.in(FILE, fallback("mail")).plan().version())
                .isNotEqualTo(FILE.plan().version());
    }
}
