package io.gpuledger.ledger.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.PriceSource;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.wire.Json;
import io.gpuledger.ledger.books.Books;
import io.gpuledger.ledger.books.Entry;
import io.gpuledger.ledger.books.Impulse;
import io.gpuledger.ledger.books.Rates;
import io.gpuledger.ledger.books.Strand;
import io.gpuledger.ledger.query.ask.BooksOnHand;
import io.gpuledger.ledger.query.ask.PartitionQuestion;
import io.gpuledger.ledger.query.ask.RecordQuestion;
import io.gpuledger.ledger.query.cost.CostAnswer;
import io.gpuledger.ledger.query.cost.CostQuestion;
import io.gpuledger.ledger.query.cost.Dimension;
import io.gpuledger.ledger.query.cost.Page;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A program: fills books with 35 days of so many owners and pods, and says what an entry takes and how long questions take.
 * Arguments: owners, pods, times each pod runs.
 */
final class CostsSpeed {

    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(35);
    private static final AccountRef ACCOUNT = new AccountRef("runpod", "main");
    private static final int SECONDS_EACH = 8;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

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
                    new Strand(cell, null, PriceSource.OBSERVED, false, false),
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
        CostQuestion bySku = month.groupedBy(List.of(Dimension.OWNER, Dimension.SKU));
        CostQuestion byPod = month.groupedBy(List.of(Dimension.POD));
        time("one owner, a month, by SKU", () -> costs.cost(owner, Page.FIRST));
        time("one owner, a month, by pod", () -> costs.cost(owner.groupedBy(List.of(Dimension.POD)), Page.FIRST));
        time("all owners, a month", () -> costs.cost(month.groupedBy(List.of(Dimension.OWNER)), Page.FIRST));
        time("all SKUs, a month", () -> costs.cost(month.groupedBy(List.of(Dimension.SKU)), Page.FIRST));
        time(
                "all owners, a month, by SKU",
                () -> bySku.of(books),
                () -> costs.cost(bySku, Page.FIRST),
                () -> json(costs.cost(bySku, Page.FIRST)));
        time("all pods, a month", () -> costs.cost(byPod, Page.FIRST));
    }

    private static byte[] json(CostAnswer answer) {
        try {
            return Json.mapper().writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Times an answer, or the steps that lead to it: each does what the ones before it do, and more. */
    private void time(String what, Callable<?>... steps) {
        for (int step = 0; step < steps.length; step++) {
            System.out.println(told(steps.length == 1 ? what : what + ", step " + (step + 1), steps[step]));
        }
    }

    private String told(String what, Callable<?> question) {
        List<Long> wall = new ArrayList<>();
        List<Long> busy = new ArrayList<>();
        long begin = System.nanoTime();
        long half = begin + SECONDS_EACH * 500_000_000L;
        while (System.nanoTime() < begin + SECONDS_EACH * 1_000_000_000L) {
            long start = System.nanoTime();
            long startBusy = THREADS.getCurrentThreadCpuTime();
            Objects.requireNonNull(answered(question));
            if (start > half || wall.isEmpty()) {
                wall.add(System.nanoTime() - start);
                busy.add(THREADS.getCurrentThreadCpuTime() - startBusy);
            }
        }
        return String.format(
                Locale.ROOT,
                "%-36s cpu p50 %8.2f ms, wall p50 %8.2f ms, p99 %8.2f ms, %d times",
                what,
                quantile(busy, 0.5),
                quantile(wall, 0.5),
                quantile(wall, 0.99),
                wall.size());
    }

    private static double quantile(List<Long> nanos, double share) {
        nanos.sort(null);
        return nanos.get((int) (nanos.size() * share)) / 1e6;
    }

    private static Object answered(Callable<?> question) {
        try {
            return question.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
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
