package io.gpuledger.cli.jobs;

import io.gpuledger.cli.service.Refused;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows an import: a bar on a terminal, lines elsewhere; the first unusable rows, and all of them in a file if wished. */
public final class ImportWatch implements JobImport.Watcher, AutoCloseable {

    private static final int SHOWN_MAX = 20;
    private static final int BAR = 40;
    private static final int LINES_OF_PROGRESS = 10;

    private final PrintWriter out;
    private final boolean terminal;
    private final @Nullable PrintWriter rejects;
    private long unusable;
    private long nextLineAt;
    private long shown;

    private ImportWatch(PrintWriter out, boolean terminal, @Nullable PrintWriter rejects) {
        this.out = out;
        this.terminal = terminal;
        this.rejects = rejects;
    }

    /** @param rejects where unusable rows are written; absent means nowhere */
    public static ImportWatch open(PrintWriter out, boolean terminal, @Nullable Path rejects) throws Refused {
        try {
            PrintWriter file =
                    rejects == null ? null : new PrintWriter(Files.newBufferedWriter(rejects, StandardCharsets.UTF_8));
            return new ImportWatch(out, terminal, file);
        } catch (IOException e) {
            throw Refused.badInput("--rejects " + rejects + " cannot be written: " + e.getMessage());
        }
    }

    @Override
    public void progressed(long rows, long all) {
        if (rows == shown) {
            return;
        }
        shown = rows;
        if (terminal) {
            int filled = (int) (BAR * rows / Math.max(all, 1));
            out.printf(
                    Locale.ROOT, "\r[%s%s] %,d of %,d rows", "#".repeat(filled), "-".repeat(BAR - filled), rows, all);
            if (rows == all) {
                out.println();
            }
        } else if (rows >= nextLineAt || rows == all) {
            out.printf(Locale.ROOT, "%,d of %,d rows%n", rows, all);
            nextLineAt = rows + Math.max(all / LINES_OF_PROGRESS, 1);
        }
        out.flush();
    }

    @Override
    public void unusable(long line, String reason) {
        unusable++;
        String text = "line " + line + ": " + reason;
        if (unusable <= SHOWN_MAX) {
            out.println((terminal ? "\r" + " ".repeat(BAR * 2) + "\r" : "") + text);
        }
        if (rejects != null) {
            rejects.println(text);
        }
    }

    /** The last word: what became of the rows. */
    public void summarise(JobImport.Outcome outcome) {
        if (unusable > SHOWN_MAX) {
            out.printf(
                    Locale.ROOT,
                    "and %,d more rows that cannot be used%s%n",
                    unusable - SHOWN_MAX,
                    rejects == null ? " (all of them: --rejects FILE)" : "");
        }
        out.printf(
                Locale.ROOT,
                "%,d rows: %,d jobs of %,d owners imported (%s GPU-hours), %,d without a GPU, %,d repeated, %,d not usable%n",
                outcome.rows(),
                outcome.imported(),
                outcome.owners(),
                outcome.gpuTime().hours(6).toPlainString(),
                outcome.withoutGpu(),
                outcome.repeated(),
                outcome.unusable());
    }

    @Override
    public void close() throws Refused {
        if (rejects != null) {
            rejects.close();
            if (rejects.checkError()) {
                throw Refused.badInput("--rejects: not all rows could be written");
            }
        }
    }
}
