package io.gpuledger.ledger.overhead;

import io.gpuledger.common.config.Overhead;
import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Posting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what each cell bears of each overhead. A closed hour is shared by its own usage; what is not closed as the hour
 * before it, estimated. What is due and what was posted differ by what is posted now.
 */
public final class Sharer {

    /** No more hours of an overhead are drawn at once; the rest follows at the next call. */
    public static final int HOURS_MAX = 1_000;

    private final Memory memory;
    private final Consumer<Posting> out;

    public Sharer(Memory memory, Consumer<Posting> out) {
        this.memory = memory;
        this.out = out;
    }

    /** From now on an overhead is another, or, where it is absent, none. */
    public void define(String name, @Nullable Overhead overhead) {
        Standing known = memory.standings().stream()
                .filter(standing -> standing.name().equals(name))
                .findFirst()
                .orElse(null);
        if (known == null && overhead != null) {
            memory.keep(Standing.of(overhead));
        } else if (known != null && !Objects.equals(known.overhead(), overhead)) {
            memory.keep(known.changedTo(overhead));
        }
    }

    /** Shares what there is to share of the hours before an instant, of which all usage has been told. */
    public void closed(long before) {
        List<Long> late = memory.touched(HOURS_MAX);
        long firstUsed = memory.firstUsed();
        for (Standing standing : memory.standings()) {
            share(firstUsed == Hours.OPEN ? standing : standing.beginningWith(firstUsed), late, Hours.of(before));
        }
    }

    /** There are hours before an instant that are to be drawn, or drawn again. */
    public boolean isBehind(long closed) {
        return memory.standings().stream()
                .anyMatch(standing -> standing.overhead() == null
                        || (standing.begins() != Hours.NEVER && standing.redo() < Hours.of(closed)));
    }

    private void share(Standing standing, Collection<Long> late, long closed) {
        if (standing.isUntouched() && (standing.begins() == Hours.NEVER || closed < standing.begins())) {
            if (standing.overhead() == null) {
                memory.forget(standing);
            }
            return;
        }
        ShareSteps steps = new ShareSteps();
        late.stream().filter(hour -> hour < standing.redo()).forEach(hour -> draw(standing, hour, steps));
        long next = Math.max(standing.redo(), Math.min(closed, standing.redo() + HOURS_MAX * Hours.MILLIS));
        for (long hour = standing.redo(); hour < next; hour += Hours.MILLIS) {
            draw(standing, hour, steps);
        }
        Standing drawn = standing.drawnUntil(next);
        if (!drawn.equals(standing) || late.contains(drawn.until() - Hours.MILLIS)) {
            replace(drawn, Hours.OPEN, shares(drawn, drawn.until(), Hours.OPEN, drawn.until() - Hours.MILLIS), steps);
        }
        steps.post(standing, closed, out);
        if (drawn.overhead() == null && next >= closed) {
            memory.forget(drawn);
        } else if (!drawn.equals(standing)) {
            memory.keep(drawn);
        }
    }

    private void draw(Standing standing, long hour, ShareSteps steps) {
        replace(standing, hour, shares(standing, hour, hour + Hours.MILLIS, hour), steps);
    }

    private void replace(Standing standing, long hour, List<Share> due, ShareSteps steps) {
        List<Share> posted = memory.posted(standing.name(), hour);
        if (!posted.equals(due)) {
            steps.replace(posted, due);
            memory.keep(standing.name(), hour, due);
        }
    }

    /** @param usedIn the hour whose usage decides; another than {@code from} makes an estimate of it */
    private List<Share> shares(Standing standing, long from, long until, long usedIn) {
        Overhead overhead = standing.overhead();
        if (overhead == null) {
            return List.of();
        }
        long begin = standing.isWithoutBeginning() ? Math.max(from, memory.firstUsed()) : from;
        List<Stretch> stretches = Stretch.of(overhead).stream()
                .map(stretch -> stretch.within(begin, until))
                .filter(stretch -> !stretch.isEmpty())
                .toList();
        SortedMap<Cell, Usage> usage = stretches.isEmpty() ? Usage.byCell() : memory.usage(usedIn);
        List<Share> shares = new ArrayList<>();
        for (Stretch stretch : stretches) {
            new Sharing(overhead)
                    .split(stretch.nanoDollars(), usage)
                    .forEach((cell, part) ->
                            shares.add(new Share(cell, stretch.from(), stretch.until(), part, from != usedIn)));
        }
        return shares;
    }
}
