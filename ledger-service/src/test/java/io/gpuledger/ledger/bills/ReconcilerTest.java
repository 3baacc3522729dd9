package io.gpuledger.ledger.bills;

import static io.gpuledger.ledger.bills.Billed.book;
import static io.gpuledger.ledger.bills.Billed.credit;
import static io.gpuledger.ledger.bills.Billed.line;
import static io.gpuledger.ledger.bills.Billed.metered;
import static io.gpuledger.ledger.bills.Billed.settle;
import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.PriceSource;
import io.gpuledger.common.event.Reconciled;
import io.gpuledger.common.event.Reconciled.Cause;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.ledger.rating.Due;
import io.gpuledger.ledger.rating.Impulse;
import io.gpuledger.ledger.rating.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconcilerTest {

    private static final Due RAN = new Due(
            List.of(
                    metered("research", new Span(0, 100), 10, 1000),
                    metered("interns", new Span(50, Span.OPEN), 5, 500)),
            List.of());

    private static List<String> adjustments(Reconciler.Settled settled) {
        return settled.due().impulses().stream()
                .map(impulse -> impulse.at() + " " + impulse.cell().owner() + " "
                        + impulse.amount().units())
                .toList();
    }

    @Test
    void theDifferenceIsPostedAtTheFirstInstantToThoseWhoUsedIt() {
        // 100 × 10 and 50 × 5 were metered
        Reconciler.Settled settled = settle(RAN, line("day", new Span(0, 100), 1255));

        assertThat(adjustments(settled)).containsExactly("0 interns 1", "0 research 4");
        assertThat(settled.due().impulses()).allSatisfy(impulse -> {
            assertThat(impulse.cell().component()).isEqualTo(Component.ADJUSTMENT);
            assertThat(impulse.source()).isEqualTo(PriceSource.BILLED);
        });
        assertThat(settled.reconciled()).singleElement().satisfies(said -> {
            assertThat(said.metered().units()).isEqualTo(1250);
            assertThat(said.owner()).isEqualTo("research");
        });
    }

    @Test
    void whatAgreesPostsNothingAndIsReconciled() {
        Reconciler.Settled settled = settle(RAN, line("day", new Span(0, 100), 1250));

        assertThat(settled.due().impulses()).isEmpty();
        assertThat(settled.reconciled()).extracting(Reconciled::cause).containsExactly(Cause.NONE);
    }

    @Test
    void whatWasBilledForSomethingUnknownBelongsToNobody() {
        Reconciler.Settled settled = settle(new Due(List.of(), List.of()), line("day", new Span(7, 100), 900));

        assertThat(adjustments(settled)).containsExactly("7 unattributed 900");
        assertThat(settled.reconciled()).extracting(Reconciled::cause).containsExactly(Cause.UNKNOWN_RESOURCE);
    }

    @Test
    void whatWasBilledBeforeTheResourceWasSeenBelongsToWhoHadItFirst() {
        Due ranLater = new Due(
                List.of(
                        metered("research", new Span(500, 600), 10, 1000),
                        metered("interns", new Span(600, Span.OPEN), 5, 500)),
                List.of());

        Reconciler.Settled settled = settle(ranLater, line("day", new Span(100, 300), 900));

        assertThat(adjustments(settled)).containsExactly("100 research 900");
        assertThat(settled.reconciled()).extracting(Reconciled::cause).containsExactly(Cause.HOURS_DIFFERED);
    }

    @Test
    void aCreditIsGivenToThosewhoUsedThePeriodAndNothingIsTakenFromIt() {
        Reconciler.Settled settled = settle(RAN, credit("gift", new Span(50, 100), -300));

        assertThat(adjustments(settled)).containsExactly("50 interns -100", "50 research -200");
        assertThat(settled.reconciled()).extracting(Reconciled::cause).containsExactly(Cause.CREDIT);
    }

    @Test
    void theLinesOfOnePeriodAddUp() {
        Reconciler.Settled settled =
                settle(RAN, line("gpu", new Span(0, 100), 1000), line("disk", new Span(0, 100), 260));

        assertThat(settled.due().impulses().stream()
                        .mapToLong(impulse -> impulse.amount().units().longValueExact())
                        .sum())
                .isEqualTo(10);
        assertThat(settled.reconciled().stream()
                        .mapToLong(said -> said.metered().units().longValueExact())
                        .sum())
                .isEqualTo(1250);
    }

    @Test
    void aLongerPeriodBillsWhatTheShorterOnesInItDoNot() {
        Reconciler.Settled settled =
                settle(RAN, line("hour", new Span(0, 50), 510), line("day", new Span(0, 100), 1300));

        assertThat(settled.reconciled())
                .extracting(
                        Reconciled::line,
                        said -> said.billed().units().longValueExact(),
                        said -> said.metered().units().longValueExact())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("hour", 510L, 500L),
                        org.assertj.core.groups.Tuple.tuple("day", 790L, 750L));
    }

    @Test
    void aPodWithoutAPriceIsBilledToThoseWhoHadItsGpus() {
        Due unpriced = new Due(List.of(metered("research", new Span(0, 100), 0, 1000)), List.of());

        assertThat(adjustments(settle(unpriced, line("day", new Span(0, 100), 900))))
                .containsExactly("0 research 900");
    }

    @Test
    void hoursThatDifferAreToldFromAPriceThatDiffers() {
        Due day = new Due(List.of(metered("research", new Span(0, 100), 10, 1000)), List.of());
        Span span = new Span(0, 100);

        assertThat(settle(day, Billed.line("a", span, 1500, GpuTime.of(1000, 100)))
                        .reconciled())
                .extracting(Reconciled::cause)
                .containsExactly(Cause.PRICE_DIFFERED);
        assertThat(settle(day, Billed.line("a", span, 1500, GpuTime.of(1000, 150)))
                        .reconciled())
                .extracting(Reconciled::cause)
                .containsExactly(Cause.HOURS_DIFFERED);
        assertThat(settle(day, line("a", new Span(50, 150), 1500)).reconciled())
                .as("without hours, a pod that ended within the period")
                .extracting(Reconciled::cause)
                .containsExactly(Cause.HOURS_DIFFERED);
    }

    @Test
    void theLaterToldLineReplacesTheEarlierAndTheSameAgainIsNoNews() {
        BillBook told = book(Billed.at(2, line("day", new Span(0, 100), 1300)));

        assertThat(told.with(Billed.at(1, line("day", new Span(0, 100), 9000)))).isSameAs(told);
        assertThat(told.with(Billed.at(2, line("day", new Span(0, 100), 1300)))).isSameAs(told);
        assertThat(told.with(Billed.at(3, line("day", new Span(0, 100), 1250)))
                        .lines()
                        .values())
                .extracting(line -> line.amount().units().longValueExact())
                .containsExactly(1250L);
    }

    @Test
    void whatIsToldAgainLaterIsNoNews() {
        BillBook bills = book(line("day", new Span(0, 100), 1300));
        List<Reconciled> first =
                Reconciler.settle(Billed.resource(5), RAN, bills).reconciled();
        List<Reconciled> again =
                Reconciler.settle(Billed.resource(9), RAN, bills).reconciled();

        assertThat(bills.news(first)).hasSize(1);
        assertThat(bills.after(first).news(again)).isEmpty();
    }

    @Test
    void anAdjustmentBearsTheNameOfTheResourceInItsPeriod() {
        assertThat(settle(RAN, line("day", new Span(0, 100), 1300)).due().impulses())
                .extracting(Impulse::name)
                .containsOnly("node-1");
    }
}
