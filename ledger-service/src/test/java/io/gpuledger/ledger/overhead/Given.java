package io.gpuledger.ledger.overhead;

import io.gpuledger.common.config.Overhead;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Overheads and usage as a test gives them. */
final class Given {

    static final Instant START = Instant.parse("2026-11-20T00:00:00Z");
    static final AccountRef CLUSTER = new AccountRef("on-prem", "cluster");

    private Given() {}

    static Overhead perHour(String name, String dollars, Overhead.ShareBy by) {
        return perHour(name, dollars, by, START, null, null);
    }

    static Overhead perHour(
            String name,
            String dollars,
            Overhead.ShareBy by,
            @Nullable Instant from,
            @Nullable Instant until,
            Overhead.@Nullable Among among) {
        Map<String, BigDecimal> shares = by == Overhead.ShareBy.FIXED
                ? Map.of("research", new BigDecimal("2"), "vision", BigDecimal.ONE)
                : Map.of();
        return new Overhead(
                name, Overhead.Kind.POWER, HourlyRate.ofDollars(dollars), null, from, until, null, among, by, shares);
    }

    static Overhead hardware(String name, String dollars, int years) {
        return new Overhead(
                name,
                Overhead.Kind.HARDWARE,
                null,
                new BigDecimal(dollars),
                START,
                null,
                years,
                null,
                Overhead.ShareBy.GPU_HOURS,
                Map.of());
    }

    static Overhead.Among owners(String... owners) {
        return new Overhead.Among(List.of(owners), List.of(), List.of(), List.of());
    }

    static Cell cell(String owner, String sku) {
        return new Cell(owner, null, null, CLUSTER, null, sku, Tier.ON_PREM, Component.OVERHEAD);
    }

    static Usage used(long gpuHours, String dollars) {
        return new Usage(GpuTime.of(gpuHours * 1000, Hours.MILLIS), Money.ofDollars(dollars));
    }

    static SortedMap<Cell, Usage> usage(Map<Cell, Usage> usage) {
        SortedMap<Cell, Usage> sorted = Usage.byCell();
        sorted.putAll(usage);
        return sorted;
    }

    static long hour(int number) {
        return START.toEpochMilli() + number * Hours.MILLIS;
    }
}
