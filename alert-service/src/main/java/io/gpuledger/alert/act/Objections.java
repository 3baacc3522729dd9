package io.gpuledger.alert.act;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What speaks against an action. */
final class Objections {

    private final Circumstances circumstances;

    Objections(Circumstances circumstances) {
        this.circumstances = circumstances;
    }

    /** Why it is not even begun; absent where nothing speaks against it. */
    @Nullable String against(Action asked, Collection<Action> known, Instant now) {
        int others = 0;
        for (Action other : known) {
            if (other.isLike(asked) && other.isOpen()) {
                return "the same is under way: " + other.id();
            }
            if (other.isLike(asked) && other.binds()) {
                return "while the alert fires it stays " + word(other) + ": " + other.id();
            }
            others += other.isOfSameGroup(asked) && takesTurn(other, asked) ? 1 : 0;
        }
        return others >= asked.order().podsMax()
                ? "more than pods_max, " + asked.order().podsMax() + " at once"
                : to(asked, now);
    }

    private static String word(Action over) {
        return over.ending() == null ? "" : over.ending().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static boolean takesTurn(Action other, Action asked) {
        return other.isOpen()
                || (other.isCommanded() && other.terms().notification().equals(asked.terms().notification()));
    }

    boolean isOver(Action action, Instant now) {
        return action.terms().alerts().stream().allMatch(alert -> circumstances.isOver(alert, now));
    }

    /** Why one that has begun goes no further; absent where it may. */
    @Nullable String to(Action action, Instant now) {
        if (isOver(action, now)) {
            return "resolved";
        }
        if (circumstances.isAcknowledged(action.terms())) {
            return "acknowledged";
        }
        return action.waitsForApproval() && !now.isBefore(action.terms().expiresAt())
                ? "nobody approved in time"
                : null;
    }
}
