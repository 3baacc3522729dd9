package io.gpuledger.alert.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.alert.desk.Stage;
import io.gpuledger.common.event.Alert;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HearsayTest {

    private static Alert told(double at, double from, @Nullable Double until, boolean assumed) {
        return Stage.alert(
                Map.of("alertname", "X"),
                Stage.second(at),
                Stage.second(from),
                until == null ? null : Stage.second(until),
                assumed);
    }

    @Test
    void keepsTheEarliestStartOfPeriodsThatOverlap() {
        Alert believed = Hearsay.believed(told(1, 1, 9.0, true), told(2, 2, 12.0, true));

        assertThat(believed.startsAt()).isEqualTo(Stage.second(1));
        assertThat(believed.endsAt()).isEqualTo(Stage.second(12));
    }

    @Test
    void believesAStatedEndOverAnAssumedOne() {
        assertThat(Hearsay.believed(told(1, 1, 20.0, false), told(2, 1, 7.0, true))
                        .endsAt())
                .isEqualTo(Stage.second(20));
        assertThat(Hearsay.believed(told(1, 1, 20.0, true), told(2, 1, 1.5, false))
                        .endsAt())
                .isEqualTo(Stage.second(1.5));
    }

    @Test
    void believesTheLaterOfTwoEndsThatHavePassed() {
        assertThat(Hearsay.believed(told(4.8, 1, 4.6, false), told(4.9, 1, 4.1, false))
                        .endsAt())
                .isEqualTo(Stage.second(4.6));
    }

    @Test
    void takesANewPeriodForWhatItIs() {
        Alert believed = Hearsay.believed(told(2, 1, 1.9, false), told(3, 2.5, null, false));

        assertThat(believed.startsAt()).isEqualTo(Stage.second(2.5));
        assertThat(believed.endsAt()).isNull();
    }

    @Test
    void comesToTheSameWhateverComesFirst() {
        Alert one = told(1, 1, 9.0, true);
        Alert other = told(2, 2, 12.0, true);

        assertThat(Hearsay.believed(other, one)).isEqualTo(Hearsay.believed(one, other));
    }
}
