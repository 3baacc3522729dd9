package io.gpuledger.alert.ack;

import io.gpuledger.common.event.Ack;
import io.gpuledger.common.event.Ack.State;
import io.gpuledger.common.event.AckCommand;
import io.gpuledger.common.event.AckCommand.Action;
import io.gpuledger.common.event.Via;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What comes of a command. */
public sealed interface AckChange {

    /** It is as wanted from now on. */
    record Done(Ack ack) implements AckChange {}

    /** It was so already, or something later is known. */
    record Unchanged(String why) implements AckChange {}

    record Refused(String why) implements AckChange {}

    /**
     * The group a command is about.
     *
     * @param firing fingerprints of its alerts that fire; none where it is not there
     */
    record Subject(String receiver, String groupKey, Set<String> firing) {

        public static final Subject NONE = new Subject("", "", Set.of());
    }

    /** @param known the last of the group, in force or not */
    static AckChange of(AckCommand wish, @Nullable Ack known, Subject group, Instant now) {
        if (known != null
                && (known.command().equals(wish.command()) || known.at().isAfter(wish.at()))) {
            return new Unchanged("something later is known of the group");
        }
        boolean held = known != null && known.isInForce();
        if (wish.action() == Action.WITHDRAW) {
            return known == null || !held
                    ? new Unchanged("nobody has acknowledged the group")
                    : new Done(known.ended(State.WITHDRAWN, wish.at(), wish.command()));
        }
        if (held && wish.via() == Via.PAGERDUTY) {
            return new Unchanged("somebody has acknowledged the group");
        }
        if (group.firing().isEmpty()) {
            return new Refused("nothing of the group fires");
        }
        Instant until = wish.expiresAt();
        if (until != null && !until.isAfter(now)) {
            return new Refused("expiresAt must be in the future");
        }
        return new Done(new Ack(
                wish.group(),
                wish.at(),
                wish.command(),
                group.receiver(),
                group.groupKey(),
                State.ACKNOWLEDGED,
                wish.by(),
                wish.via(),
                wish.comment(),
                until,
                group.firing()));
    }
}
