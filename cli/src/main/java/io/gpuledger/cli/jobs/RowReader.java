package io.gpuledger.cli.jobs;

import io.gpuledger.cli.jobs.Columns.Field;
import io.gpuledger.common.event.Cell;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// cells of a row -> what they say
final class RowReader {

    private static final int MILLI_DIGITS = 3;
    private static final int SCALE_MAX = 400;

    private final Map<Field, Integer> places;
    private final int width;
    private final Times times;

    /**
     * @param places of the columns that are read
     * @param width how many columns every row has
     */
    RowReader(Map<Field, Integer> places, int width, Times times) {
        this.places = places;
        this.width = width;
        this.times = times;
    }

    Row read(long line, List<String> cells) {
        try {
            require(cells.size() == width, "it has " + cells.size() + " columns, the header " + width);
            Instant start = instant(Field.START, cells);
            Instant end = instant(Field.END, cells);
            long milliGpus = milliGpus(cells);
            if (milliGpus == 0) {
                return new Row.WithoutGpu(line, start, end);
            }
            require(start == null || end == null || !end.isBefore(start), "it ends before it starts");
            return new Row.Job(line, claim(cells, milliGpus), start, end);
        } catch (IllegalArgumentException e) {
            return new Row.Unusable(line, String.valueOf(e.getMessage()));
        }
    }

    private Row.Claim claim(List<String> cells, long milliGpus) {
        String id = text(Field.ID, cells);
        require(id != null, "id is empty");
        String owner = text(Field.OWNER, cells);
        return new Row.Claim(
                id == null ? "" : id,
                owner == null ? Cell.UNATTRIBUTED : owner,
                text(Field.PROJECT, cells),
                text(Field.SKU, cells),
                milliGpus);
    }

    private long milliGpus(List<String> cells) {
        String text = text(Field.GPUS, cells);
        require(text != null, "gpus is empty");
        try {
            BigDecimal gpus = new BigDecimal(text == null ? "" : text);
            require(gpus.signum() >= 0, "gpus is negative");
            require(Math.abs((long) gpus.scale()) <= SCALE_MAX, "gpus is beyond what can be counted");
            long milliGpus = gpus.movePointRight(MILLI_DIGITS)
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .longValueExact();
            require(milliGpus > 0 || gpus.signum() == 0, "gpus is less than a thousandth");
            return milliGpus;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("gpus '" + text + "' is no number", e);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("gpus '" + text + "' is too large", e);
        }
    }

    private @Nullable Instant instant(Field field, List<String> cells) {
        String text = text(field, cells);
        try {
            return text == null || Times.isNoTime(text) ? null : times.read(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field.word() + " " + e.getMessage(), e);
        }
    }

    /** Absent where the cell is empty or the column is not asked for. */
    private @Nullable String text(Field field, List<String> cells) {
        Integer place = places.get(field);
        if (place == null) {
            return null;
        }
        String text = cells.get(place).strip();
        return text.isEmpty() ? null : text;
    }

    private static void require(boolean holds, String reason) {
        if (!holds) {
            throw new IllegalArgumentException(reason);
        }
    }
}
