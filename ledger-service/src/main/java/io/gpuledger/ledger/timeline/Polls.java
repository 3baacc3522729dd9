package io.gpuledger.ledger.timeline;

import io.gpuledger.common.event.AccountRef;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** What one partition remembers of the polls of every account. */
public interface Polls {

    @Nullable Poll poll(AccountRef account, long at);

    /** The nearest poll before an instant that fulfils the condition. */
    Map.@Nullable Entry<Long, Poll> pollBefore(AccountRef account, long at, BiPredicate<Long, Poll> condition);

    /** The first poll after an instant and before another that fulfils the condition. */
    Map.@Nullable Entry<Long, Poll> pollAfter(
            AccountRef account, long at, long before, BiPredicate<Long, Poll> condition);

    /** The newest instant known of an account; {@link Long#MIN_VALUE} where there is none. */
    long newest(AccountRef account);

    /** The last instant of an account's markers; {@link Long#MIN_VALUE} where there is none: nobody polls it. */
    long lastTick(AccountRef account);

    /** The last instant of any account's markers; {@link Long#MIN_VALUE} where there is none. */
    long ledgerTime();
}
