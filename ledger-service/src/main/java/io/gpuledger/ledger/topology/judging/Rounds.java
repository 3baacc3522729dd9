package io.gpuledger.ledger.topology.judging;

import io.gpuledger.common.event.Burn;
import io.gpuledger.common.event.Scope;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which scopes are worth a look. One that has spent nothing for as long as burn looks back, and of which no rule holds
 * anything, is looked at once an hour; one that was booked before the last judgement is to be judged anew.
 */
public final class Rounds {

    private static final long NAP = Duration.ofHours(1).toMillis();

    private final Map<Scope, Long> asleepUntil = new HashMap<>();
    private final Set<Scope> corrected = new HashSet<>();
    private long judged;

    public Rounds(long judged) {
        this.judged = judged;
    }

    public void booked(Scope scope, long at) {
        asleepUntil.remove(scope);
        if (at < judged) {
            corrected.add(scope);
        }
    }

    public boolean isAwake(Scope scope, long now) {
        Long until = asleepUntil.get(scope);
        return until == null || now >= until;
    }

    public void rest(Burn burn, long now) {
        boolean still = burn.now().isZero() && burn.means().values().stream().allMatch(mean -> mean.isZero());
        if (still) {
            asleepUntil.put(burn.scope(), Math.floorDiv(now, NAP) * NAP + NAP);
        }
    }

    public boolean isCorrected(Scope scope) {
        return corrected.contains(scope);
    }

    public Set<Scope> corrected() {
        return Set.copyOf(corrected);
    }

    public void judged(long now) {
        judged = now;
        corrected.clear();
    }

    public void wakeAll() {
        asleepUntil.clear();
    }
}
