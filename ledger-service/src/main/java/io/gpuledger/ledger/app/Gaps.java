package io.gpuledger.ledger.app;

import io.gpuledger.ledger.query.ask.Incomplete;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** What the answer to the present request lacks. */
@RequestScoped
class Gaps implements Incomplete.Noted {

    private @Nullable Incomplete gap;

    @Override
    public synchronized void note(Incomplete more) {
        gap = gap == null ? more : gap.and(more);
    }

    synchronized @Nullable Incomplete gap() {
        return gap;
    }
}
