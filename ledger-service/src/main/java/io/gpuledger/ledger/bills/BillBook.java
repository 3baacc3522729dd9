package io.gpuledger.ledger.bills;

import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.event.Reconciled;
import io.gpuledger.common.value.GpuTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The bills of one resource: of two tellings of a line the later is true, of two told at one instant the greater text.
 *
 * @param lines by their ids
 * @param told what was last told to have come of each
 */
public record BillBook(NavigableMap<String, BillLine> lines, NavigableMap<String, Reconciled> told) {

    /** Lines kept of one resource; hours of more than a year. */
    public static final int LINES_MAX = 10_000;

    public static final BillBook EMPTY = new BillBook(new TreeMap<>(), new TreeMap<>());

    /** With a line; itself where it knows better or knew it before. */
    public BillBook with(BillLine line) {
        if (!isNews(line, lines.get(line.line()))) {
            return this;
        }
        NavigableMap<String, BillLine> more = new TreeMap<>(lines);
        more.put(line.line(), line);
        return new BillBook(more, told);
    }

    /** What has to be told so that what was told becomes what is. */
    public List<Reconciled> news(List<Reconciled> now) {
        List<Reconciled> news = new ArrayList<>();
        for (Reconciled is : now) {
            Reconciled was = told.get(is.line());
            boolean isNews = was == null || !was.toldAt(is.at()).equals(is); // when it was told makes no difference
            if (isNews) {
                news.add(is);
            }
        }
        return news;
    }

    public BillBook after(List<Reconciled> now) {
        NavigableMap<String, Reconciled> all = new TreeMap<>();
        now.forEach(reconciled -> all.put(reconciled.line(), reconciled));
        return new BillBook(lines, all);
    }

    private static boolean isNews(BillLine line, @Nullable BillLine known) {
        int later = known == null ? 1 : line.at().compareTo(known.at());
        return later > 0 || (later == 0 && known != null && text(line).compareTo(text(known)) > 0);
    }

    /** With every digit: an amount of money shows itself rounded. */
    private static String text(BillLine line) {
        GpuTime time = line.gpuTime();
        return line + "|" + line.amount().units() + "|" + (time == null ? "" : time.units());
    }
}
