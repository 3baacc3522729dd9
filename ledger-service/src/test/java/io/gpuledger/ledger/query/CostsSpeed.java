package io.gpuledger.ledger.query;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.PriceSource;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.Tier;
import io.gpuledger.ledger.books.Books;
import io.gpuledger.ledger.books.Entry;
import io.gpuledger.ledger.books.Impulse;
import io.gpuledger.ledger.books.Rates;
import io.gpuledger.ledger.books.Strand;
import io.gpuledger.ledger.query.ask.BooksOnHand;
import io.gpuledger.ledger.query.ask.PartitionQuestion;
import io.gpuledger.ledger.query.ask.RecordQuestion;
import io.gpuledger.ledger.query.cost.CostQuestion;
import io.gpuledger.ledger.query.cost.Dimension;
import io.gpuledger.ledger.query.cost.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A program: fills books with 35 days of so many owners and pods, and says what an entry takes and how long questions take.
 * Arguments: owners, pods, times each pod runs.
 */
final class CostsSpeed {

    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(35);
    private static final AccountRef ACCOUNT = new AccountRef("runpod", "main");
    private static final int ROUNDS = 200;

    private final Books books = new Books();
    private final Random chance = new Random(7);

    private CostsSpeed() {}

    public static void main(String... args) {
        int owners = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        int pods = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
        int runs = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        CostsSpeed speed = new CostsSpeed();
        long before = used();
        long start = System.nanoTime();
        speed.fill(owners, pods, runs);
        long entries = speed.books.size();
        System.out.printf(
                "%d entries, %.1f us each to enter, %d bytes each%n",
                entries, (System.nanoTime() - start) / 1e3 / entries, (used() - before) / entries);
        speed.ask();
    }

    private void fill(int owners, int pods, int runs) {
        for (int pod = 0; pod < pods; pod++) {
            String id = "pod-" + Integer.toString(pod, 36) + "-" + (pod * 7919L) % 1_000_003;
            for (int run = 0; run < runs; run++) {
                long at = START.toEpochMilli() + chance.nextLong(SPAN.toMillis());
                long until = at + chance.nextLong(SPAN.toMillis() / 10);
                enter("owner-" + pod % owners, id, "sku-" + (pod / owners) % 5, at, 690_000_000L);
                enter("owner-" + pod % owners, id, "sku-" + (pod / owners) % 5, until, -690_000_000L);
            }
        }
    }

    private void enter(String owner, String pod, String sku, long at, long rate) {
        for (Component component : List.of(Component.COMPUTE, Component.STORAGE)) {
            Cell cell = new Cell(owner, null, null, ACCOUNT, null, sku, Tier.ON_DEMAND, component);
            Entry entry = new Entry(
                    new Strand(cell, null, PriceSource.OBSERVED, false),
                    pod,
                    pod,
                    null,
                    at,
                    at,
                    new Rates(rate, component == Component.COMPUTE ? Long.signum(rate) * 1000L : 0, 0),
                    Impulse.NONE,
                    ACCOUNT + "/" + pod + "@" + at);
            books.put(Scope.owner(owner), entry);
            books.put(Scope.account(ACCOUNT), entry);
            books.put(Scope.ALL, entry);
        }
    }

    private void ask() {
        Costs costs = new Costs(new Here(books));
        Instant from = START.plus(Duration.ofHours(77));
        Instant until = from.plus(Duration.ofDays(30));
        CostQuestion month = new CostQuestion(from, until, List.of(), Map.of(), null, null);
        CostQuestion owner =
                new CostQuestion(from, until, List.of(Dimension.SKU), Map.of(Dimension.OWNER, "owner-7"), null, null);
        time("one owner, a month, by SKU", () -> costs.cost(owner, Page.FIRST));
        time("one owner, a month, by pod", () -> costs.cost(owner.groupedBy(List.of(Dimension.POD)), Page.FIRST));
        time(
                "all owners, a month, by SKU",
                () -> costs.cost(month.groupedBy(List.of(Dimension.OWNER, Dimension.SKU)), Page.FIRST));
        time("all pods, a month", () -> costs.cost(month.groupedBy(List.of(Dimension.POD)), Page.FIRST));
    }

    private static void time(String what, Runnable question) {
        long[] nanos = new long[ROUNDS];
        for (int round = -ROUNDS / 10; round < ROUNDS; round++) {
            long start = System.nanoTime();
            question.run();
            nanos[Math.max(0, round)] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%-30s p50 %.2f ms, p99 %.2f ms%n", what, nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS * 99 / 100] / 1e6);
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private record Here(Books books) implements BooksOnHand {
        @Override
        public <P> List<P> ask(PartitionQuestion<P> question) {
            return List.of(books.read(question::of));
        }

        @Override
        public <R, P> List<P> ask(RecordQuestion<R, P> question) {
            return List.of();
        }

        @Override
        public @Nullable Instant ledgerTime() {
            return null;
        }

        @Override
        public List<Known> accounts() {
            return List.of();
        }
    }
}
