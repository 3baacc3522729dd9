package io.gpuledger.cli.bills;

import io.gpuledger.cli.bills.BillColumns.Field;
import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// cells of a row -> a line of a bill
final class LineReader {

    private static final BigDecimal HOURS_MAX = new BigDecimal("1e12");
    private static final int SCALE_MAX = 400;
    private static final BigDecimal UNITS_PER_HOUR =
            new BigDecimal(GpuTime.of(1_000, Duration.ofHours(1).toMillis()).units());

    private final BillRequest request;
    private final Map<Field, Integer> places;
    private final int width;

    /**
     * @param places of the columns that are read
     * @param width how many columns every row has
     */
    LineReader(BillRequest request, Map<Field, Integer> places, int width) {
        this.request = request;
        this.places = places;
        this.width = width;
    }

    /** @throws IllegalArgumentException saying what is wrong with the row */
    BillLine read(List<String> cells) {
        if (cells.size() != width) {
            throw new IllegalArgumentException("it has " + cells.size() + " columns, the header " + width);
        }
        String resource = text(Field.RESOURCE, cells);
        Instant from = instant(Field.FROM, cells);
        Instant until = instant(Field.UNTIL, cells);
        String line = text(Field.LINE, cells);
        try {
            return new BillLine(
                    request.account(),
                    line == null ? named(resource, from, until) : line,
                    request.toldAt(),
                    resource,
                    kind(cells),
                    from,
                    until,
                    amount(required(Field.AMOUNT, cells)),
                    gpuTime(cells),
                    text(Field.SKU, cells),
                    text(Field.DESCRIPTION, cells));
        } catch (InvalidValue e) {
            throw new IllegalArgumentException(e.field() + " " + e.rule(), e);
        }
    }

    /** As lines are named that a provider's bills are asked for, so that both are the same line. */
    private static String named(@Nullable String resource, Instant from, Instant until) {
        return (resource == null ? "account" : resource) + "/" + from + "/" + Duration.between(from, until);
    }

    private static Money amount(String dollars) {
        try {
            return Money.ofDollars(dollars);
        } catch (InvalidValue e) {
            throw new IllegalArgumentException("amount " + e.rule(), e);
        }
    }

    private BillLine.Kind kind(List<String> cells) {
        String word = text(Field.KIND, cells);
        return switch (word == null ? "usage" : word.toLowerCase(Locale.ROOT)) {
            case "usage" -> BillLine.Kind.USAGE;
            case "credit" -> BillLine.Kind.CREDIT;
            default -> throw new IllegalArgumentException("kind must be usage or credit, not '" + word + "'");
        };
    }

    private @Nullable GpuTime gpuTime(List<String> cells) {
        String text = text(Field.GPU_HOURS, cells);
        if (text == null) {
            return null;
        }
        try {
            BigDecimal hours = new BigDecimal(text);
            if (Math.abs((long) hours.scale()) > SCALE_MAX || hours.abs().compareTo(HOURS_MAX) > 0) {
                throw new IllegalArgumentException("gpuHours '" + text + "' is beyond what can be counted");
            }
            return new GpuTime(hours.multiply(UNITS_PER_HOUR)
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .toBigIntegerExact());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("gpuHours '" + text + "' is no number", e);
        }
    }

    private Instant instant(Field field, List<String> cells) {
        try {
            return request.times().read(required(field, cells));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field.word() + " " + e.getMessage(), e);
        }
    }

    private String required(Field field, List<String> cells) {
        String text = text(field, cells);
        if (text == null) {
            throw new IllegalArgumentException(field.word() + " is empty");
        }
        return text;
    }

    /** Absent where the cell is empty or there is no such column. */
    private @Nullable String text(Field field, List<String> cells) {
        Integer place = places.get(field);
        String text = place == null ? "" : cells.get(place).strip();
        return text.isEmpty() ? null : text;
    }
}
