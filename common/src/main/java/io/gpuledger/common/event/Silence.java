package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Alerts that fulfil all conditions are kept quiet for a while. Of two of one {@code id} the later {@code at} is true.
 *
 * @param id a UUID
 * @param at when it was made or last changed
 * @param startsAt inclusive
 * @param endsAt exclusive; never before {@code startsAt}
 * @param createdBy who made it
 * @param comment why
 * @param changedBy who changed it last, where that was said and is another
 */
public record Silence(
        @JsonIgnore(false) String id,
        Instant at,
        List<Condition> matchers,
        Instant startsAt,
        Instant endsAt,
        String createdBy,
        String comment,
        Map<String, String> annotations,
        @Nullable String changedBy)
        implements Event {

    public static final int MATCHERS_MAX = 64;
    public static final int COMMENT_CHARS_MAX = 4_096;

    /**
     * A condition on one label; a label that is not there is the empty text.
     *
     * @param regex whether {@code value} is a regular expression (RE2) for the whole value
     * @param equal whether it must match; false means it must not
     */
    public record Condition(String name, String value, boolean regex, boolean equal) {

        public Condition {
            name = Limits.name("matchers.name", name);
            InvalidValue.unless(value != null, "matchers.value", "is required");
            InvalidValue.unless(
                    value.length() <= Limits.LABEL_VALUE_CHARS_MAX,
                    "matchers.value",
                    "must have at most " + Limits.LABEL_VALUE_CHARS_MAX + " characters");
        }
    }

    /** One that nobody but its author has changed. */
    public Silence(
            String id,
            Instant at,
            List<Condition> matchers,
            Instant startsAt,
            Instant endsAt,
            String createdBy,
            String comment,
            Map<String, String> annotations) {
        this(id, at, matchers, startsAt, endsAt, createdBy, comment, annotations, null);
    }

    public Silence {
        id = Limits.name("id", id);
        at = Limits.instant("at", at);
        InvalidValue.unless(matchers != null && !matchers.isEmpty(), "matchers", "needs at least one");
        InvalidValue.unless(matchers.size() <= MATCHERS_MAX, "matchers", "must be at most " + MATCHERS_MAX);
        matchers = List.copyOf(matchers);
        startsAt = Limits.instant("startsAt", startsAt);
        endsAt = Limits.instant("endsAt", endsAt);
        InvalidValue.unless(!endsAt.isBefore(startsAt), "endsAt", "must not be before startsAt");
        createdBy = createdBy == null ? "" : createdBy;
        InvalidValue.unless(
                createdBy.length() <= Limits.NAME_CHARS_MAX,
                "createdBy",
                "must have at most " + Limits.NAME_CHARS_MAX + " characters");
        comment = comment == null ? "" : comment;
        InvalidValue.unless(
                comment.length() <= COMMENT_CHARS_MAX,
                "comment",
                "must have at most " + COMMENT_CHARS_MAX + " characters");
        annotations = Limits.labels("annotations", annotations);
        changedBy = Limits.optionalName("changedBy", changedBy);
    }

    /** The same with another span, as of an instant. */
    public Silence lasting(Instant from, Instant until, Instant changedAt) {
        return new Silence(id, changedAt, matchers, from, until, createdBy, comment, annotations);
    }

    /** The same, changed by somebody. */
    public Silence changedBy(@Nullable String somebody) {
        return new Silence(id, at, matchers, startsAt, endsAt, createdBy, comment, annotations, somebody);
    }

    @Override
    @JsonIgnore
    public String key() {
        return id;
    }
}
