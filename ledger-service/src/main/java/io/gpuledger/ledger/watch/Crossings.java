package io.gpuledger.ledger.watch;

import io.gpuledger.common.config.Rule;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Crossing.Contributor;
import io.gpuledger.common.event.PodTold;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.budget.Spent;
import io.gpuledger.ledger.burn.Runway;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// a rule that changed state -> the crossing, with all that a person needs at night
final class Crossings {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int SHARE_DIGITS = 4;

    private final Rule rule;
    private final Reading reading;
    private final Measures measures;

    Crossings(Rule rule, Reading reading, Measures measures) {
        this.rule = rule;
        this.reading = reading;
        this.measures = measures;
    }

    Crossing crossing(boolean firing, long since) {
        BigDecimal value = value(firing);
        return new Crossing(
                rule.name(),
                measures.scope(),
                Instant.ofEpochMilli(measures.at()),
                firing ? Crossing.State.FIRING : Crossing.State.RESOLVED,
                Instant.ofEpochMilli(since),
                rule.severity(),
                rule.metric().word(),
                value,
                rule.threshold(),
                rule.metric().unit(),
                rule.windows().stream().map(Rule::windowName).toList(),
                measures.burn().now(),
                atStake(),
                hoursLeft(),
                contributors(),
                rule.labels(),
                Summary.of(rule, reading, measures, value, firing),
                rule.runbook(),
                reading.subject().resource(),
                reading.subject().budget());
    }

    /** What fired for a rule that there is no more. */
    static Crossing retired(Crossing last, long at) {
        return new Crossing(
                last.rule(),
                last.scope(),
                Instant.ofEpochMilli(at),
                Crossing.State.RESOLVED,
                last.since(),
                last.severity(),
                last.metric(),
                last.value(),
                last.threshold(),
                last.unit(),
                last.windows(),
                last.burn(),
                last.moneyAtStake(),
                null,
                List.of(),
                last.labels(),
                last.scope().name() + ": cleared, the rule or the budget is no more",
                last.runbook(),
                last.resource(),
                last.budget());
    }

    /** Over the first window when it fires; the value that is furthest back within bounds when it clears. */
    private BigDecimal value(boolean firing) {
        List<BigDecimal> values = reading.values();
        if (values.isEmpty()) {
            return rule.threshold();
        }
        if (firing) {
            return values.getFirst();
        }
        return rule.above() != null ? Collections.min(values) : Collections.max(values);
    }

    private @Nullable Money atStake() {
        PodTold pod = reading.pod();
        Spent spent = budget();
        Runway runway = measures.runway();
        return switch (rule.metric()) {
            case POD_IDLE_MINUTES -> pod == null ? null : idleCost(pod);
            case POD_ENDED, PRICE_DRIFT_PERCENT -> null;
            case STOPPED_STORAGE ->
                reading.isKnown() ? Money.ofDollars(reading.values().getFirst()) : null;
            case ORPHAN_PERCENT -> measures.facts().unattributed(measures.before(Duration.ofDays(1)), measures.at());
            default -> spent != null ? spent.left() : runway == null ? null : runway.balance();
        };
    }

    private @Nullable Money idleCost(PodTold pod) {
        return pod.price() == null || pod.idleSince() == null
                ? null
                : Money.of(
                        pod.price(), Math.max(0, measures.at() - pod.idleSince().toEpochMilli()));
    }

    /** The budget it is about, or the one of the scope that is spent furthest. */
    private @Nullable Spent budget() {
        if (reading.spent() != null) {
            return reading.spent();
        }
        return !rule.metric().isOfBurn() || measures.spent().isEmpty()
                ? null
                : measures.spent().getFirst();
    }

    private @Nullable BigDecimal hoursLeft() {
        Spent spent = budget();
        if (spent != null) {
            return spent.hoursLeft(measures.burn().now());
        }
        Runway runway = measures.runway();
        return runway == null || reading.pod() != null ? null : runway.hours();
    }

    private List<Contributor> contributors() {
        if (rule.metric() == Rule.Metric.STOPPED_STORAGE) {
            return PodGauge.disks(measures);
        }
        PodTold pod = reading.pod();
        return pod == null
                ? measures.facts().contributors(measures.scope(), measures.at(), window())
                : List.of(itself(
                        pod,
                        measures.lines()
                                .between(measures.before(HOUR), measures.at())
                                .cost()));
    }

    private Duration window() {
        return rule.windows().isEmpty() ? HOUR : rule.windows().getFirst();
    }

    /** The pod with what an hour of it costs, and the share that is of the account's last hour. */
    private static Contributor itself(PodTold pod, Money whole) {
        HourlyRate price = pod.price() == null ? HourlyRate.ZERO : pod.price();
        return contributor(pod, Money.of(price, HOUR.toMillis()), whole);
    }

    static Contributor contributor(PodTold pod, Money cost, Money whole) {
        BigDecimal share = whole.signum() <= 0
                ? BigDecimal.ZERO
                : new BigDecimal(cost.units())
                        .divide(new BigDecimal(whole.units()), SHARE_DIGITS, RoundingMode.HALF_EVEN)
                        .min(BigDecimal.ONE);
        return new Contributor(pod.resource(), pod.name(), pod.sku(), cost, share, null, pod.account());
    }
}
