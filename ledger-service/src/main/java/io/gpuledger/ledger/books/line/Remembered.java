package io.gpuledger.ledger.books.line;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The sums before the instants that were asked for last, until the line changes: a month has one beginning, and many ask.
 * Several threads may ask at once; one that changes the line is alone.
 */
final class Remembered {

    private record Before(long at, Sums sums) {}

    private @Nullable Before last;
    private @Nullable Before lastButOne;

    /** The sums before an instant, which are not to be changed. */
    Sums before(long at, Supplier<Sums> reckoned) {
        Before one = last;
        if (one != null && one.at == at) {
            return one.sums;
        }
        Before other = lastButOne;
        if (other != null && other.at == at) {
            return other.sums;
        }
        Before before = new Before(at, reckoned.get());
        lastButOne = one;
        last = before;
        return before.sums;
    }

    void forget() {
        last = null;
        lastButOne = null;
    }
}
