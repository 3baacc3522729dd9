package io.gpuledger.alert.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RoutingInForceTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final String FILE = """
            route: {receiver: d}
            receivers:
            - name: d
              webhook_configs: [{url: 'https://ann:pw@hooks.example/T1/B2?k=3', http_config: {bearer_token: hush}}]
              pagerduty_configs: [{routing_key: 0123456789abcdef0123456789abcdef}]
            """;

    private String text = FILE;
    private final RoutingInForce routing =
            new RoutingInForce(() -> RoutingReader.read("routing.yaml", text, Path.of("")), NOW);

    @Test
    void aFileThatCannotBeUsedLeavesTheOneBeforeInForce() {
        String before = routing.get().version();
        text = "route: {receiver: nobody}";

        assertThatThrownBy(() -> routing.reload(NOW.plusSeconds(1), null))
                .isInstanceOf(InvalidRouting.class)
                .hasMessageContaining("nobody");

        assertThat(routing.get().version()).isEqualTo(before);
        assertThat(routing.last()).isEqualTo(new RoutingInForce.Last(NOW, false));
    }

    @Test
    void followsTheFileOnlyWhereItChanged() {
        assertThat(routing.reloadIfChanged(NOW.plusSeconds(1))).isFalse();

        text = FILE + "# more\n";

        assertThat(routing.reloadIfChanged(NOW.plusSeconds(2))).isTrue();
        assertThat(routing.reloadIfChanged(NOW.plusSeconds(3))).isFalse();
        assertThat(routing.last()).isEqualTo(new RoutingInForce.Last(NOW.plusSeconds(2), true));
    }

    @Test
    void aReloadBySomebodysWishBeginsAnewEvenWithTheSameFile() {
        String before = routing.get().version();

        routing.reload(NOW.plusSeconds(1), null);

        assertThat(routing.get().version()).isNotEqualTo(before);
        assertThat(routing.reloadIfChanged(NOW.plusSeconds(2))).isFalse();
    }

    @Test
    void isShownWithoutSecretsAndCanBeReadAgain() {
        String shown = routing.file().shown();

        assertThat(shown)
                .contains("https://hooks.example/secret", "routing_key: <secret>", "bearer_token: <secret>")
                .doesNotContain("ann", "T1", "hush", "0123456789abcdef");
    }
}
