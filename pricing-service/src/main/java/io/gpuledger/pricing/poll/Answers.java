package io.gpuledger.pricing.poll;

import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.PricesListed;
import io.gpuledger.pricing.provider.FetchOutcome;
import io.gpuledger.pricing.provider.PodsSeen;
import org.jspecify.annotations.Nullable;

/**
 * What a provider answered to one poll.
 *
 * @param prices absent where they were not asked for
 */
record Answers(
        FetchOutcome<PodsSeen> pods,
        FetchOutcome<AccountObserved> account,
        @Nullable FetchOutcome<PricesListed> prices) {}
