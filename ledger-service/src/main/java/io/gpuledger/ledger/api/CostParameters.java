package io.gpuledger.ledger.api;

import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.ledger.query.Costs;
import io.gpuledger.ledger.query.cost.CostQuestion;
import io.gpuledger.ledger.query.cost.Dimension;
import io.gpuledger.ledger.query.cost.Page;
import io.gpuledger.ledger.query.cost.Windows;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query parameters of a question about cost. What is neither one of them nor a dimension is refused, by name. */
final class CostParameters {

    static final String FROM = "Start, inclusive, to the millisecond; 24 hours before the end when absent";
    static final String TO = "End, exclusive; ledger time when absent, and at the latest";
    static final String KNOWN = "Answers as the ledger stood at this instant, within the horizon";
    static final String OFFSET = "Rows left out at the beginning";
    static final String LIMIT = "Rows at most";

    /** The parameters of a question about a range. */
    static final Set<String> RANGE = Set.of("from", "to", "asKnownAt", "limit", "offset", "order");

    private final MultivaluedMap<String, String> given;
    private final Set<String> own;

    /** @param own the parameters of the resource; every other one must be a dimension, and filters */
    CostParameters(MultivaluedMap<String, String> given, Set<String> own) {
        this.given = given;
        this.own = own;
    }

    /** The range, the filters and the knowledge asked for, not grouped. */
    CostQuestion question(Costs costs, Clock clock) {
        return asked(costs, clock).question();
    }

    /** A question, and ledger time as it was when its range was taken. */
    record Asked(CostQuestion question, @Nullable Instant ledgerTime) {}

    Asked asked(Costs costs, Clock clock) {
        Instant asKnownAt = instant("asKnownAt");
        Costs.Range range = costs.range(instant("from"), instant("to"), asKnownAt, clock.instant());
        return new Asked(
                new CostQuestion(range.from(), range.until(), List.of(), filters(), null, asKnownAt),
                range.ledgerTime());
    }

    private @Nullable Instant instant(String name) {
        String text = given.getFirst(name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidValue(name, "must be an instant such as 2026-11-21T08:00:00Z");
        }
    }

    List<Dimension> groupBy() {
        String words = given.getFirst("groupBy");
        return words == null || words.isBlank()
                ? List.of()
                : Arrays.stream(words.split(",", -1))
                        .map(String::strip)
                        .map(Dimension::of)
                        .distinct()
                        .toList();
    }

    @Nullable Windows windows() {
        String word = given.getFirst("window");
        return word == null ? null : new Windows(Windows.Length.of(word), zone());
    }

    private ZoneId zone() {
        String text = given.getFirst("zone");
        try {
            return text == null ? ZoneOffset.UTC : ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new InvalidValue("zone", "must be a time zone such as Europe/Berlin");
        }
    }

    /** The page wanted; {@code order=cost} is the dearest first. */
    Page page(boolean dearestFirst, int limit, int limitMax) {
        String order = given.getFirst("order");
        InvalidValue.unless(
                order == null || order.equals("cost") || order.equals("group"), "order", "must be cost or group");
        int most = number("limit", limit);
        InvalidValue.unless(most > 0 && most <= limitMax, "limit", "must be from 1 to " + limitMax);
        return new Page(number("offset", 0), most, order == null ? dearestFirst : order.equals("cost"));
    }

    private int number(String name, int otherwise) {
        String text = given.getFirst(name);
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new InvalidValue(name, "must be a whole number");
        }
    }

    /** The filters, of which only these are meant here. */
    Map<Dimension, String> filters(Set<Dimension> meant) {
        Map<Dimension, String> filters = filters();
        filters.keySet()
                .forEach(dimension ->
                        InvalidValue.unless(meant.contains(dimension), dimension.word(), "is not a filter here"));
        return filters;
    }

    Map<Dimension, String> filters() {
        Map<Dimension, String> filters = new EnumMap<>(Dimension.class);
        given.forEach((name, values) -> {
            InvalidValue.unless(values.size() == 1, name, "must be given once");
            if (!own.contains(name)) {
                InvalidValue.unless(
                        Arrays.stream(Dimension.values()).anyMatch(d -> d.word().equals(name)),
                        name,
                        "is neither a parameter nor a dimension");
                Dimension dimension = Dimension.of(name);
                filters.put(dimension, dimension.wanted(values.getFirst()));
            }
        });
        return filters;
    }
}
