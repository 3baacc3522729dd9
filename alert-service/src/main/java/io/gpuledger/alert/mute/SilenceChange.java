package io.gpuledger.alert.mute;

import io.gpuledger.common.event.Silence;
import io.gpuledger.common.value.InvalidValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// a wish, the silence it is about -> silences as they are to be; the rules are Alertmanager's
public final class SilenceChange {

    private SilenceChange() {}

    /**
     * What must be written so that the wish holds, the wished one last. It keeps its id where only what may change in
     * place has changed; else the old one ends and the new one gets the fresh id.
     *
     * @param known the silence the wish names; absent where it names none
     * @param wish with a fresh id
     */
    public static List<Silence> set(@Nullable Silence known, Silence wish, Instant now) {
        check(wish, now);
        if (known != null && isSameInPlace(known, wish, now)) {
            return List.of(new Silence(
                    known.id(),
                    now,
                    wish.matchers(),
                    SilenceState.of(known, now) == SilenceState.ACTIVE ? known.startsAt() : wish.startsAt(),
                    wish.endsAt(),
                    wish.createdBy(),
                    wish.comment(),
                    wish.annotations()));
        }
        Instant from = wish.startsAt().isBefore(now) ? now : wish.startsAt();
        Silence fresh = wish.lasting(from, wish.endsAt(), now);
        return known == null || SilenceState.of(known, now) == SilenceState.EXPIRED
                ? List.of(fresh)
                : List.of(expired(known, now).changedBy(wish.createdBy()), fresh);
    }

    /** A silence that ends now; one that has ended stays as it is. */
    public static Silence expired(Silence known, Instant now) {
        return switch (SilenceState.of(known, now)) {
            case ACTIVE -> known.lasting(known.startsAt(), now, now);
            case PENDING -> known.lasting(now, now, now);
            case EXPIRED -> known;
        };
    }

    private static void check(Silence wish, Instant now) {
        InvalidValue.unless(wish.endsAt().isAfter(wish.startsAt()), "endsAt", "must be after startsAt");
        InvalidValue.unless(wish.endsAt().isAfter(now), "endsAt", "must not be in the past");
        Silencer.matchers(wish);
        InvalidValue.unless(
                wish.matchers().stream().anyMatch(SilenceChange::asksForSomething),
                "matchers",
                "at least one must not match the empty text");
    }

    /** A condition that something must not be so asks for something, whatever it lets through. */
    private static boolean asksForSomething(Silence.Condition condition) {
        return !condition.equal() || !Silencer.matcher(condition).matches(Map.of());
    }

    private static boolean isSameInPlace(Silence known, Silence wish, Instant now) {
        if (!known.matchers().equals(wish.matchers())) {
            return false;
        }
        return switch (SilenceState.of(known, now)) {
            // a past start was moved to when the silence was made, so an earlier one is meant to be the same
            case ACTIVE -> !wish.startsAt().isAfter(known.startsAt());
            case PENDING -> !wish.startsAt().isBefore(now);
            case EXPIRED -> false;
        };
    }
}
