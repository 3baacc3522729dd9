package io.gpuledger.ledger.watch;

import io.gpuledger.common.config.Rule;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Crossing.Contributor;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PodTold;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// a rule on pods, measures -> what the rule reads of each pod of the account
final class PodGauge {

    /** For so long after it a pod that ended unexpectedly is told of. */
    private static final long ENDED_MILLIS = Duration.ofHours(1).toMillis();

    private static final long MINUTE_MILLIS = Duration.ofMinutes(1).toMillis();
    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
    private static final BigDecimal HOURS_A_DAY = BigDecimal.valueOf(24);
    private static final BigDecimal MILLI = BigDecimal.valueOf(1000);

    private PodGauge() {}

    /** Of many pods few are idle or dear; the others are looked at when something was said of them. */
    static List<Reading> read(Rule rule, Measures of) {
        Pattern names = rule.namePattern() == null ? null : glob(rule.namePattern());
        List<Reading> found = new ArrayList<>();
        for (PodTold pod : candidates(rule.metric(), of)) {
            BigDecimal value = value(rule.metric(), of, pod);
            if (value != null
                    && value.signum() > 0
                    && (names == null || names.matcher(pod.name()).matches())) {
                found.add(reading(of, pod, value));
            }
        }
        return found;
    }

    private static Collection<PodTold> candidates(Rule.Metric metric, Measures of) {
        return metric == Rule.Metric.PRICE_DRIFT_PERCENT
                ? of.facts().pods(of.scope())
                : of.facts().notBusy(of.scope());
    }

    /** What is read of one pod, however it stands; of one that is forgotten, nothing. */
    static Reading read(Rule rule, Measures of, Subject subject) {
        PodTold pod = subject.resource() == null ? null : of.facts().pod(of.scope(), subject.resource());
        return pod == null ? Reading.of(subject, BigDecimal.ZERO) : reading(of, pod, value(rule.metric(), of, pod));
    }

    private static @Nullable BigDecimal value(Rule.Metric metric, Measures of, PodTold pod) {
        return switch (metric) {
            case POD_IDLE_MINUTES -> idleMinutes(pod, of.at());
            case POD_ENDED ->
                pod.endedUnexpectedly() && of.at() - pod.since().toEpochMilli() < ENDED_MILLIS
                        ? BigDecimal.ONE
                        : BigDecimal.ZERO;
            case PRICE_DRIFT_PERCENT -> drift(of, pod);
            default -> null;
        };
    }

    private static Reading reading(Measures of, PodTold pod, @Nullable BigDecimal value) {
        return new Reading(
                new Subject(of.scope(), pod.resource(), null),
                value == null ? List.of() : List.of(value),
                null,
                null,
                pod);
    }

    /** Whole minutes; 0 for a pod that is busy or does not run, unknown where nobody tells how busy it is. */
    private static @Nullable BigDecimal idleMinutes(PodTold pod, long at) {
        if (pod.state() != PodState.RUNNING) {
            return BigDecimal.ZERO;
        }
        if (pod.idleSince() == null) {
            return pod.utilisationKnown() ? BigDecimal.ZERO : null;
        }
        return BigDecimal.valueOf(Math.max(0, at - pod.idleSince().toEpochMilli()) / MINUTE_MILLIS);
    }

    /** Only what the source itself told is compared; a pod that does not run has no price that could drift. */
    private static @Nullable BigDecimal drift(Measures of, PodTold pod) {
        if (pod.state() != PodState.RUNNING) {
            return BigDecimal.ZERO;
        }
        HourlyRate assumed = pod.sku() == null ? null : of.facts().assumed(pod.sku());
        if (assumed == null || pod.price() == null || pod.milliGpus() == 0) {
            return null;
        }
        BigDecimal perGpu = pod.price()
                .dollars()
                .multiply(MILLI)
                .divide(BigDecimal.valueOf(pod.milliGpus()), 9, RoundingMode.HALF_EVEN);
        return Gauge.percent(perGpu.subtract(assumed.dollars()).abs(), assumed.dollars());
    }

    static BigDecimal stoppedStorage(Measures of) {
        return stopped(of)
                .map(pod -> pod.storageStopped().dollars())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(HOURS_A_DAY);
    }

    /** Whose disks are paid for though they do not run, dearest first, with what a day of them costs. */
    static List<Contributor> disks(Measures of) {
        Money whole = stopped(of).map(PodGauge::aDay).reduce(Money.ZERO, Money::plus);
        return stopped(of)
                .filter(pod -> pod.storageStopped().nanoDollars() > 0)
                .sorted(Comparator.comparing(PodTold::storageStopped).reversed().thenComparing(PodTold::resource))
                .limit(Crossing.CONTRIBUTORS_MAX)
                .map(pod -> Crossings.contributor(pod, aDay(pod), whole))
                .toList();
    }

    private static Stream<PodTold> stopped(Measures of) {
        return of.facts().notBusy(of.scope()).stream().filter(pod -> pod.state() == PodState.STOPPED);
    }

    private static Money aDay(PodTold pod) {
        return Money.of(pod.storageStopped(), DAY_MILLIS);
    }

    private static Pattern glob(String pattern) {
        return Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
    }
}
