package io.gpuledger.ledger.query.backtest;

import io.gpuledger.common.config.Rule;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PodTold;
import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.query.ask.RecordQuestion;
import io.gpuledger.ledger.query.backtest.then.PodLife;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * What was told of the pods that a rule looks at, of those that it could ever read something of.
 *
 * @param from what was superseded before is not told
 * @param until what was told then or later is not told
 */
public record PodsQuestion(Rule rule, Instant from, Instant until) implements RecordQuestion<PodTold, List<PodTold>> {

    @Override
    public Class<PodTold> kind() {
        return PodTold.class;
    }

    @Override
    public boolean withPast() {
        return true;
    }

    /** One more than are answered at once, where there are so many. */
    @Override
    public List<PodTold> of(Collection<PodTold> records) {
        List<PodTold> told = records.stream()
                .filter(pod -> rule.isFor(Scope.account(pod.account())))
                .filter(pod -> pod.at().isBefore(until))
                .toList();
        return PodLife.of(told).stream()
                .map(life -> life.since(from.toEpochMilli()))
                .filter(life -> life.told().stream().anyMatch(this::isLookedAt))
                .flatMap(life -> life.told().stream())
                .limit(SeriesQuestion.STEPS_MAX + 1L)
                .toList();
    }

    private boolean isLookedAt(PodTold pod) {
        return switch (rule.metric()) {
            case POD_IDLE_MINUTES -> pod.idleSince() != null;
            case POD_ENDED -> pod.endedUnexpectedly();
            case STOPPED_STORAGE -> pod.state() == PodState.STOPPED;
            default -> true;
        };
    }
}
