package io.gpuledger.alert.ack;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.alert.ack.AckChange.Done;
import io.gpuledger.alert.ack.AckChange.Refused;
import io.gpuledger.alert.ack.AckChange.Subject;
import io.gpuledger.alert.ack.AckChange.Unchanged;
import io.gpuledger.common.event.Ack;
import io.gpuledger.common.event.AckCommand;
import io.gpuledger.common.event.AckCommand.Action;
import io.gpuledger.common.event.Via;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AckChangeTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final Subject GROUP = new Subject("pager", "{}:{}", Set.of("f1", "f2"));

    private static AckCommand wish(String id, Instant at, Action action, Via via, @Nullable Instant until) {
        return new AckCommand(id, at, "g", action, "ann", via, "on it", until);
    }

    private static Ack ack(String id, Instant at) {
        AckChange change = AckChange.of(wish(id, at, Action.ACKNOWLEDGE, Via.REST, null), null, GROUP, at);
        assertThat(change).isInstanceOf(Done.class);
        return ((Done) change).ack();
    }

    @Test
    void coversWhatFiresNow() {
        assertThat(ack("c1", NOW).alerts()).containsExactly("f1", "f2");
    }

    @Test
    void isRefusedWhereNothingFiresOrItsEndIsPast() {
        assertThat(AckChange.of(wish("c1", NOW, Action.ACKNOWLEDGE, Via.REST, null), null, Subject.NONE, NOW))
                .isInstanceOf(Refused.class);
        assertThat(AckChange.of(wish("c1", NOW, Action.ACKNOWLEDGE, Via.REST, NOW), null, GROUP, NOW))
                .isInstanceOf(Refused.class);
    }

    @Test
    void isTakenOverByAnotherPersonAndNotByAPagersEcho() {
        Ack first = ack("c1", NOW);
        Instant later = NOW.plusSeconds(1);

        assertThat(AckChange.of(wish("c2", later, Action.ACKNOWLEDGE, Via.REST, null), first, GROUP, later))
                .isInstanceOf(Done.class);
        assertThat(AckChange.of(wish("c3", later, Action.ACKNOWLEDGE, Via.PAGERDUTY, null), first, GROUP, later))
                .isInstanceOf(Unchanged.class);
    }

    @Test
    void changesNothingWhenItComesAgainOrLate() {
        Ack gone = ack("c1", NOW).ended(Ack.State.WITHDRAWN, NOW.plusSeconds(5), "c2");

        assertThat(AckChange.of(wish("c2", NOW.plusSeconds(5), Action.WITHDRAW, Via.REST, null), gone, GROUP, NOW))
                .isInstanceOf(Unchanged.class);
        assertThat(AckChange.of(
                        wish("c0", NOW.plusSeconds(1), Action.ACKNOWLEDGE, Via.PAGERDUTY, null), gone, GROUP, NOW))
                .isInstanceOf(Unchanged.class);
    }

    @Test
    void isWithdrawnOnce() {
        Ack held = ack("c1", NOW);
        AckChange change = AckChange.of(
                wish("c2", NOW.plusSeconds(1), Action.WITHDRAW, Via.REST, null), held, GROUP, NOW.plusSeconds(1));

        assertThat(change).isInstanceOf(Done.class);
        assertThat(AckChange.of(
                        wish("c3", NOW.plusSeconds(2), Action.WITHDRAW, Via.REST, null),
                        ((Done) change).ack(),
                        GROUP,
                        NOW.plusSeconds(2)))
                .isInstanceOf(Unchanged.class);
    }
}
