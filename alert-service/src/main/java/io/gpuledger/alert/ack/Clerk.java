package io.gpuledger.alert.ack;

import io.gpuledger.common.event.Ack;
import io.gpuledger.common.event.AckCommand;
import io.gpuledger.common.event.AuditEntry;
import io.gpuledger.common.event.AuditEntry.Action;
import io.gpuledger.common.event.AuditEntry.Outcome;
import io.gpuledger.common.event.Silence;
import io.gpuledger.common.event.Via;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes down who changed what. */
public final class Clerk {

    /** Where nobody said who it was. */
    public static final String UNKNOWN = "unknown";

    private static final String ITSELF = "alert-service";
    private static final String ROUTING = "routing";

    private Clerk() {}

    /** Nothing where it is as it was. */
    public static Optional<AuditEntry> silence(@Nullable Silence before, Silence after) {
        if (after.equals(before)) {
            return Optional.empty();
        }
        Action action = !after.endsAt().isAfter(after.at())
                ? Action.SILENCE_EXPIRE
                : before == null ? Action.SILENCE_CREATE : Action.SILENCE_UPDATE;
        return Optional.of(new AuditEntry(
                after.id() + "@" + after.at().toEpochMilli() + "/" + action.word(),
                after.at(),
                somebody(
                        action == Action.SILENCE_EXPIRE || after.changedBy() != null
                                ? after.changedBy()
                                : after.createdBy()),
                Via.REST,
                action,
                after.id(),
                before == null ? null : seen(before),
                seen(after),
                Outcome.DONE,
                after.comment()));
    }

    private static Map<String, Object> seen(Silence silence) {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put(
                "matchers",
                silence.matchers().stream()
                        .map(one -> one.name()
                                + (one.equal() ? one.regex() ? "=~" : "=" : one.regex() ? "!~" : "!=")
                                + one.value())
                        .collect(Collectors.joining(", ", "{", "}")));
        seen.put("startsAt", silence.startsAt().toString());
        seen.put("endsAt", silence.endsAt().toString());
        seen.put("createdBy", silence.createdBy());
        seen.put("comment", silence.comment());
        return seen;
    }

    public static AuditEntry command(AckCommand wish, @Nullable Ack before, AckChange change) {
        Map<String, Object> was = before == null ? null : seen(before);
        return new AuditEntry(
                wish.command(),
                wish.at(),
                wish.by(),
                wish.via(),
                wish.action() == AckCommand.Action.ACKNOWLEDGE ? Action.ACK_ACKNOWLEDGE : Action.ACK_WITHDRAW,
                wish.group(),
                was,
                change instanceof AckChange.Done(Ack after) ? seen(after) : null,
                switch (change) {
                    case AckChange.Done done -> Outcome.DONE;
                    case AckChange.Unchanged unchanged -> Outcome.UNCHANGED;
                    case AckChange.Refused refused -> Outcome.REFUSED;
                },
                switch (change) {
                    case AckChange.Done done -> wish.comment();
                    case AckChange.Unchanged(String why) -> why;
                    case AckChange.Refused(String why) -> why;
                });
    }

    /** An ack that ended by itself. */
    public static AuditEntry ended(Ack ack) {
        return new AuditEntry(
                ack.id(),
                ack.at(),
                ITSELF,
                Via.SERVICE,
                Action.ACK_END,
                ack.group(),
                null,
                seen(ack),
                Outcome.DONE,
                ack.state() == Ack.State.EXPIRED ? "its time is over" : "nothing it was about fires any more");
    }

    private static Map<String, Object> seen(Ack ack) {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("state", ack.state().name().toLowerCase(Locale.ROOT));
        seen.put("by", ack.by());
        seen.put("receiver", ack.receiver());
        seen.put("groupKey", ack.groupKey());
        if (ack.expiresAt() != null) {
            seen.put("expiresAt", ack.expiresAt().toString());
        }
        return seen;
    }

    /**
     * Another routing is in force, because its file changed.
     *
     * @param before its version; absent where there was none
     */
    public static AuditEntry changedRouting(@Nullable String before, String after, Instant at) {
        return routing(before, after, Via.FILE, UNKNOWN, at);
    }

    /** As above, because somebody had the file read again. */
    public static AuditEntry wishedRouting(@Nullable String before, String after, @Nullable String by, Instant at) {
        return routing(before, after, Via.REST, somebody(by), at);
    }

    private static AuditEntry routing(@Nullable String before, String after, Via via, String by, Instant at) {
        return new AuditEntry(
                ROUTING + "@" + at.toEpochMilli(),
                at,
                by,
                via,
                Action.ROUTING_RELOAD,
                ROUTING,
                before == null ? null : Map.of("version", before),
                Map.of("version", after),
                Outcome.DONE,
                "");
    }

    /** A routing file that cannot be used; the one before stays in force. */
    public static AuditEntry refusedRouting(Via via, @Nullable String by, String why, Instant at) {
        return new AuditEntry(
                ROUTING + "@" + at.toEpochMilli() + "/refused",
                at,
                somebody(by),
                via,
                Action.ROUTING_RELOAD,
                ROUTING,
                null,
                null,
                Outcome.REFUSED,
                why);
    }

    private static String somebody(@Nullable String name) {
        return name == null || name.isBlank() ? UNKNOWN : name;
    }
}
