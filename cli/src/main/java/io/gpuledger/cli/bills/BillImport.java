package io.gpuledger.cli.bills;

import io.gpuledger.cli.jobs.EventPoster;
import io.gpuledger.cli.jobs.JobFile;
import io.gpuledger.cli.service.Refused;
import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.value.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// file -> lines of bills, all of them right -> pricing-service, in batches
public final class BillImport {

    /** A line costs about a kilobyte while the file is read. */
    static final int LINES_MAX = 200_000;

    private static final int BATCH = 2_000;

    private final EventPoster poster;

    public BillImport(EventPoster poster) {
        this.poster = poster;
    }

    /**
     * What became of the lines.
     *
     * @param refused the reasons of the service, by line
     */
    public record Outcome(int lines, int credits, Money amount, Map<String, String> refused) {}

    public Outcome run(BillRequest request) throws Refused {
        List<BillLine> lines = read(request);
        Map<String, String> refused = new LinkedHashMap<>();
        for (int from = 0; from < lines.size(); from += BATCH) {
            List<BillLine> batch = lines.subList(from, Math.min(lines.size(), from + BATCH));
            Map<String, String> reasons = poster.post(batch);
            batch.stream()
                    .filter(line -> reasons.containsKey(line.id()))
                    .forEach(line -> refused.put(line.line(), String.valueOf(reasons.get(line.id()))));
        }
        List<BillLine> taken =
                lines.stream().filter(line -> !refused.containsKey(line.line())).toList();
        int credits = (int) taken.stream()
                .filter(line -> line.kind() == BillLine.Kind.CREDIT)
                .count();
        Money amount = taken.stream().map(BillLine::amount).reduce(Money.ZERO, Money::plus);
        return new Outcome(taken.size(), credits, amount, refused);
    }

    /** Nothing is told of a file with a row that cannot be used: half a bill is no bill. */
    private static List<BillLine> read(BillRequest request) throws Refused {
        Map<String, BillLine> lines = new LinkedHashMap<>();
        JobFile.read(request.file(), request.columns().required(), header -> {
            LineReader reader = new LineReader(request, request.columns().places(header), header.size());
            return (number, cells) -> add(lines, request.file() + ": line " + number + ": ", reader, cells);
        });
        return new ArrayList<>(lines.values());
    }

    private static void add(Map<String, BillLine> lines, String where, LineReader reader, List<String> cells)
            throws Refused {
        try {
            BillLine line = reader.read(cells);
            BillLine before = lines.putIfAbsent(line.line(), line);
            if (before != null && !before.equals(line)) {
                throw Refused.badInput(
                        where + "an earlier row says something else of '" + line.line() + "': give each its own line");
            }
        } catch (IllegalArgumentException e) {
            throw Refused.badInput(where + e.getMessage());
        }
        if (lines.size() > LINES_MAX) {
            throw Refused.badInput(where + "more than " + LINES_MAX + " lines: split the file");
        }
    }
}
