package io.gpuledger.alert.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.Notification;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Ten thousand alerts at once, of a hundred teams. */
class StormTest {

    private static final int HOUR = 3_600;
    private static final int ALERTS = 10_000;
    private static final int TEAMS = 100;
    private static final String ROUTING = """
            route: {receiver: d, group_by: [owner], group_wait: 10s, group_interval: 1m, repeat_interval: 4h}
            receivers: [{name: d, webhook_configs: [{url: 'http://h/'}]}]
            """;

    private final Stage stage = new Stage(ROUTING, false);

    private void storm(int begin) {
        for (int alert = 0; alert < ALERTS; alert++) {
            stage.fire(
                    Map.of("alertname", "hot", "owner", "team-" + alert % TEAMS, "pod", "pod-" + alert),
                    Stage.second(begin),
                    Stage.second(begin + 3_600),
                    true);
        }
    }

    @Test
    void isToldOncePerGroup() {
        stage.until(Stage.second(1));
        storm(0);
        stage.until(Stage.second(600));

        assertThat(stage.told()).hasSize(TEAMS);
        assertThat(stage.told())
                .allSatisfy(said ->
                        assertThat(said.alerts().size() + said.omitted()).isEqualTo(ALERTS / TEAMS));
        assertThat(stage.told().stream().map(Notification::groupKey).collect(Collectors.toSet()))
                .hasSize(TEAMS);
    }

    @Test
    void isNotToldAgainWhenItIsPostedAgain() {
        for (int minute = 0; minute < 3; minute++) {
            stage.until(Stage.second(60 * minute + 1));
            storm(0);
        }
        stage.until(Stage.second(600));

        assertThat(stage.told()).hasSize(TEAMS);
    }

    /** What is remembered grows with the alerts there are, not with how often they are told. */
    @Test
    void isForgottenWhenItIsOver() {
        stage.until(Stage.second(1));
        storm(0);
        stage.until(Stage.second(600));
        assertThat(size(stage.shelves().alerts())).isEqualTo(ALERTS);
        assertThat(size(stage.shelves().groups())).isEqualTo(TEAMS);
        assertThat(size(stage.shelves().memories())).isEqualTo(TEAMS);

        stage.until(Stage.second(3 * HOUR));

        assertThat(stage.told()).hasSize(2 * TEAMS);
        assertThat(size(stage.shelves().alerts())).isZero();
        assertThat(size(stage.shelves().groups())).isZero();

        stage.until(Stage.second(6 * 24 * HOUR));
        assertThat(size(stage.shelves().memories())).isZero();
    }

    private static int size(io.gpuledger.alert.group.Shelf<?> shelf) {
        return ((MemoryShelf<?>) shelf).size();
    }
}
