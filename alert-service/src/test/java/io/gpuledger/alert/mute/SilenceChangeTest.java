package io.gpuledger.alert.mute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.common.event.Silence;
import io.gpuledger.common.value.InvalidValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SilenceChangeTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final Silence.Condition PAGE = new Silence.Condition("severity", "page", false, true);

    private static Silence silence(String id, long from, long until, Silence.Condition... conditions) {
        return new Silence(
                id,
                NOW.minusSeconds(600),
                conditions.length == 0 ? List.of(PAGE) : List.of(conditions),
                NOW.plusSeconds(from),
                NOW.plusSeconds(until),
                "ann",
                "training",
                Map.of());
    }

    @Test
    void aNewOneBeginsNowWhereItWouldHaveBegunBefore() {
        assertThat(SilenceChange.set(null, silence("new", -60, 60), NOW))
                .containsExactly(silence("new", 0, 60).lasting(NOW, NOW.plusSeconds(60), NOW));
    }

    @Test
    void anActiveOneKeepsItsIdWhereOnlyItsEndMoves() {
        Silence known = silence("old", -60, 60);

        assertThat(SilenceChange.set(known, silence("new", -60, 600), NOW))
                .singleElement()
                .satisfies(changed -> {
                    assertThat(changed.id()).isEqualTo("old");
                    assertThat(changed.endsAt()).isEqualTo(NOW.plusSeconds(600));
                    assertThat(changed.at()).isEqualTo(NOW);
                });
    }

    @Test
    void otherConditionsEndTheOldOneAndBeginANewOne() {
        Silence.Condition ticket = new Silence.Condition("severity", "ticket", false, true);

        List<Silence> changes = SilenceChange.set(silence("old", -60, 60), silence("new", -60, 60, ticket), NOW);

        assertThat(changes).extracting(Silence::id).containsExactly("old", "new");
        assertThat(SilenceState.of(changes.getFirst(), NOW)).isEqualTo(SilenceState.EXPIRED);
        assertThat(SilenceState.of(changes.getLast(), NOW)).isEqualTo(SilenceState.ACTIVE);
    }

    @Test
    void anExpiredOneComesBackUnderAnotherId() {
        assertThat(SilenceChange.set(silence("old", -60, -30), silence("new", 0, 60), NOW))
                .extracting(Silence::id)
                .containsExactly("new");
    }

    @Test
    void whatWillNeverBeginEndsBeforeItBegan() {
        Silence ended = SilenceChange.expired(silence("old", 60, 120), NOW);

        assertThat(ended.startsAt()).isEqualTo(NOW);
        assertThat(SilenceState.of(ended, NOW)).isEqualTo(SilenceState.EXPIRED);
    }

    @Test
    void refusesWhatWouldSilenceEverythingOrNothing() {
        assertRefused(silence("new", 0, -1 + 1), "endsAt must be after startsAt");
        assertRefused(silence("new", -60, -30), "endsAt must not be in the past");
        assertRefused(
                silence("new", 0, 60, new Silence.Condition("team", ".*", true, true)),
                "matchers at least one must not match the empty text");
        assertRefused(
                silence("new", 0, 60, new Silence.Condition("team", "(", true, true)),
                "matcher has a regular expression");
    }

    private static void assertRefused(Silence wish, String message) {
        assertThatThrownBy(() -> SilenceChange.set(null, wish, NOW))
                .isInstanceOf(InvalidValue.class)
                .hasMessageStartingWith(message);
    }
}
