package io.gpuledger.bench;

import io.gpuledger.bench.measure.Sizes;
import java.util.ArrayList;
import java.util.List;

/** What was asked for on the command line. */
record Arguments(List<String> measures, Sizes sizes) {

    /** @throws IllegalArgumentException naming what is wrong */
    static Arguments of(String[] given, List<String> known) {
        List<String> measures = new ArrayList<>();
        Sizes sizes = Sizes.DEFAULT;
        for (int i = 0; i < given.length; i++) {
            if (known.contains(given[i])) {
                measures.add(given[i]);
            } else if (given[i].startsWith("--") && i + 1 < given.length) {
                sizes = sizes.with(given[i], number(given[i], given[++i]));
            } else {
                throw new IllegalArgumentException("unknown '" + given[i] + "': wants " + String.join(" ", known)
                        + " and --pods, --observations or --rounds with a number");
            }
        }
        return new Arguments(measures.isEmpty() ? known : List.copyOf(measures), sizes);
    }

    private static int number(String option, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " must be a number, not '" + text + "'", e);
        }
    }
}
