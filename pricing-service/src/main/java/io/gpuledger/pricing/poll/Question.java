package io.gpuledger.pricing.poll;

import io.gpuledger.pricing.provider.Failure;
import io.gpuledger.pricing.provider.FetchOutcome;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/** One thing that is asked again and again; while its gate is closed its last failure stands for the answer. */
final class Question<T> {

    private final Function<Instant, FetchOutcome<T>> asking;
    private final Gate.Patience patience;
    private final DoubleSupplier chance;

    private Gate gate = Gate.OPEN;
    private FetchOutcome<T> unanswered = FetchOutcome.failed(new Failure.Unavailable("not asked yet", false));

    Question(Function<Instant, FetchOutcome<T>> asking, Gate.Patience patience, DoubleSupplier chance) {
        this.asking = asking;
        this.patience = patience;
        this.chance = chance;
    }

    /** Nothing a provider says ends the watching of its account; the message is left out, it may hold anything. */
    private FetchOutcome<T> asked(Instant at) {
        try {
            return asking.apply(at);
        } catch (RuntimeException e) {
            String what = "the answer was not understood: " + e.getClass().getSimpleName();
            return FetchOutcome.failed(new Failure.Malformed(what));
        }
    }

    FetchOutcome<T> ask(Instant at) {
        if (!gate.isOpen(at)) {
            return unanswered;
        }
        FetchOutcome<T> outcome = asked(at);
        switch (outcome) {
            case FetchOutcome.Fetched<T> fetched -> {
                gate = gate.answered(at, fetched.pause());
                unanswered = FetchOutcome.failed(
                        new Failure.RateLimited("nothing is left of the rate limit", fetched.pause()));
            }
            case FetchOutcome.Failed<T> failed -> {
                gate = gate.failed(failed.failure(), at, patience, chance.getAsDouble());
                unanswered = failed;
            }
        }
        return outcome;
    }
}
