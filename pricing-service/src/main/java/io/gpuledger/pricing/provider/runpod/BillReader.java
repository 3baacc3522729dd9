package io.gpuledger.pricing.provider.runpod;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Money;
import io.gpuledger.pricing.provider.BillsSeen;
import io.gpuledger.pricing.provider.BillsSeen.UnreadableLine;
import io.gpuledger.pricing.provider.Failure;
import io.gpuledger.pricing.provider.FetchOutcome;
import io.gpuledger.pricing.provider.Provider.Range;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was billed for pods, hour by hour: REST v2 wraps its records and calls the amount {@code totalAmount}; REST v1 lists them
 * bare, calls it {@code amount} and writes times without a zone, which are UTC.
 */
final class BillReader {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int LINES_MAX = 1_000_000;
    private static final int JSON_CHARS_MAX = 2_000;

    private final AccountRef account;
    private final Range range;
    private final Instant at;

    BillReader(AccountRef account, Range range, Instant at) {
        this.account = account;
        this.range = range;
        this.at = at;
    }

    /** The records of REST v2 or, where the answer is a bare list, of REST v1. */
    FetchOutcome<BillsSeen> read(JsonNode body) {
        JsonNode records = body.isArray() ? body : body.path("records");
        if (!records.isArray() || records.size() > LINES_MAX) {
            return FetchOutcome.failed(new Failure.Malformed("the answer holds no list of billing records"));
        }
        List<BillLine> lines = new ArrayList<>();
        List<UnreadableLine> unreadable = new ArrayList<>();
        for (JsonNode record : records) {
            try {
                line(record).ifPresent(lines::add);
            } catch (InvalidValue e) {
                String json = record.toString();
                unreadable.add(new UnreadableLine(
                        "billing record: " + e.field() + " " + e.rule(),
                        json.substring(0, Math.min(json.length(), JSON_CHARS_MAX))));
            }
        }
        return FetchOutcome.fetched(new BillsSeen(lines, unreadable));
    }

    /** None for an hour that was not asked for: it may still be running. */
    private Optional<BillLine> line(JsonNode record) {
        Instant from = instant(record, "startTime", "time");
        Instant until = record.has("endTime") ? instant(record, "endTime", "endTime") : from.plus(HOUR);
        if (from.isBefore(range.from()) || until.isAfter(range.until())) {
            return Optional.empty();
        }
        String pod = PodFields.text(record.path("podId"));
        String line = (pod == null ? "account" : pod) + "/" + from + "/" + Duration.between(from, until);
        Money amount = amount(record);
        return Optional.of(new BillLine(
                account, line, at, pod, BillLine.Kind.USAGE, from, until, amount, null, sku(record), null));
    }

    private static Money amount(JsonNode record) {
        JsonNode written = record.has("totalAmount") ? record.path("totalAmount") : record.path("amount");
        BigDecimal dollars = Decimals.read(written);
        if (dollars == null) {
            throw new InvalidValue("totalAmount", "must be a decimal number of dollars");
        }
        return Money.ofDollars(dollars);
    }

    private static @Nullable String sku(JsonNode record) {
        return PodFields.text(record.path("gpuTypeId"));
    }

    private static Instant instant(JsonNode record, String name, String other) {
        String field = record.has(name) ? name : other;
        String text = record.path(field).asText("").strip().replace(' ', 'T');
        try {
            return text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new InvalidValue(field, "must be a time");
        }
    }
}
