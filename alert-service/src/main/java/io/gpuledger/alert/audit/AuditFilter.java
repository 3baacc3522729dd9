package io.gpuledger.alert.audit;

import io.gpuledger.alert.rest.Parameters;
import io.gpuledger.common.event.AuditEntry;
import io.gpuledger.common.event.AuditEntry.Action;
import io.gpuledger.common.event.AuditEntry.Outcome;
import io.gpuledger.common.value.InvalidValue;
import jakarta.ws.rs.DefaultValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which entries are asked for; several wishes must all hold. */
public final class AuditFilter {

    /** An action such as {@code ack.withdraw}, or the beginning of several such as {@code ack}. */
    @RestQuery
    @Nullable String action;

    /** A silence's, a group's or an action's id, {@code routing}, or a resource such as {@code rule/burn}. */
    @RestQuery
    @Nullable String object;

    /** Who it was. */
    @RestQuery
    @Nullable String by;

    /** {@code done}, {@code unchanged} or {@code refused}. */
    @RestQuery
    @Nullable String outcome;

    /** The first instant, included. */
    @RestQuery
    @Nullable String from;

    /** The last instant, not included. */
    @RestQuery
    @Nullable String until;

    @RestQuery
    @DefaultValue("100")
    String limit = "100";

    Predicate<AuditEntry> wanted() {
        oneOf("action", action, Action.values(), Action::word, (word, wish) -> isBeginning(wish, word));
        oneOf("outcome", outcome, Outcome.values(), AuditFilter::word, String::equals);
        Instant first = Parameters.instant("from", from, Instant.MIN);
        Instant end = Parameters.instant("until", until, Instant.MAX);
        return entry -> (action == null || isBeginning(action, entry.action().word()))
                && (object == null || object.equals(entry.object()))
                && (by == null || by.equals(entry.by()))
                && (outcome == null || outcome.equals(word(entry.outcome())))
                && !entry.at().isBefore(first)
                && entry.at().isBefore(end);
    }

    private static boolean isBeginning(String wish, String word) {
        return word.equals(wish) || word.startsWith(wish + ".");
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private interface Fits {
        boolean fits(String word, String wish);
    }

    private static <E> void oneOf(String field, @Nullable String wish, E[] all, Function<E, String> word, Fits rule) {
        InvalidValue.unless(
                wish == null || Arrays.stream(all).map(word).anyMatch(each -> rule.fits(each, wish)),
                field,
                "must be one of " + Arrays.stream(all).map(word).collect(Collectors.joining(", ")));
    }
}
