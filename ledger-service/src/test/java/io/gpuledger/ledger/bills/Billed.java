package io.gpuledger.ledger.bills;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.PriceSource;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.rating.Charge;
import io.gpuledger.ledger.rating.Due;
import io.gpuledger.ledger.rating.Span;
import io.gpuledger.ledger.rating.Stretch;
import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Bills and what was metered, as a test tells them; instants are milliseconds, amounts units of money. */
final class Billed {

    static final AccountRef MAIN = new AccountRef("runpod", "main");

    private Billed() {}

    static BillLine line(String line, Span span, long units) {
        return line(line, span, units, null);
    }

    static BillLine line(String line, Span span, long units, @Nullable GpuTime gpuTime) {
        return made(line, 1, BillLine.Kind.USAGE, span, new Money(BigInteger.valueOf(units)), gpuTime);
    }

    static BillLine credit(String line, Span span, long units) {
        return made(line, 1, BillLine.Kind.CREDIT, span, new Money(BigInteger.valueOf(units)), null);
    }

    static BillLine at(long told, BillLine line) {
        return made(line.line(), told, line.kind(), Period.span(line), line.amount(), line.gpuTime());
    }

    private static BillLine made(
            String line, long told, BillLine.Kind kind, Span span, Money amount, @Nullable GpuTime gpuTime) {
        return new BillLine(
                MAIN,
                line,
                Instant.ofEpochMilli(told),
                "node",
                kind,
                Instant.ofEpochMilli(span.from()),
                Instant.ofEpochMilli(span.until()),
                amount,
                gpuTime,
                null,
                null);
    }

    static BillBook book(BillLine... lines) {
        BillBook book = BillBook.EMPTY;
        for (BillLine line : lines) {
            book = book.with(line);
        }
        return book;
    }

    static Reconciler.Resource resource(long known) {
        return new Reconciler.Resource(MAIN, "node", Instant.ofEpochMilli(known));
    }

    static Reconciler.Settled settle(Due due, BillLine... lines) {
        return Reconciler.settle(resource(99), due, book(lines));
    }

    static Stretch metered(String owner, Span span, long nanos, long milliGpus) {
        Cell cell = new Cell(owner, null, null, MAIN, null, "A100", Tier.ON_DEMAND, Component.COMPUTE);
        Charge charge =
                new Charge(cell, PriceSource.OBSERVED, new HourlyRate(nanos), milliGpus, 0, null, null, false, false);
        return new Stretch(span, "node-1", charge, "seen");
    }
}
