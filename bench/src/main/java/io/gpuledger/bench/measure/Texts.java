package io.gpuledger.bench.measure;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Figures as people read them, and the middle of many. */
public final class Texts {

    private Texts() {}

    static String count(double number) {
        return String.format(Locale.ROOT, "%,d", Math.round(number)).replace(',', ' ');
    }

    static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    static String millis(double nanos) {
        return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }

    static double median(List<Double> values) {
        return quantile(values, 0.5);
    }

    /** The smallest value that is not below so many of them. */
    static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, Math.min(index, sorted.size() - 1)));
    }

    /** Rows in columns of one width. */
    public static String table(List<Row> rows) {
        List<List<String>> lines = new java.util.ArrayList<>();
        lines.add(List.of("", "what", "size", "value", "target", ""));
        rows.forEach(row -> lines.add(List.of(
                row.measure(),
                row.what(),
                row.size(),
                row.value(),
                row.target() == null ? "" : row.target(),
                row.verdict())));
        int[] widths = new int[lines.getFirst().size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        return lines.stream().map(line -> padded(line, widths)).collect(Collectors.joining("\n"));
    }

    private static String padded(List<String> line, int[] widths) {
        StringBuilder text = new StringBuilder("|");
        for (int i = 0; i < widths.length; i++) {
            String spaces =
                    String.join("", Collections.nCopies(widths[i] - line.get(i).length(), " "));
            text.append(' ').append(line.get(i)).append(spaces).append(" |");
        }
        return text.toString();
    }
}
