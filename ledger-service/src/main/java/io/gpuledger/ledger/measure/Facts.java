package io.gpuledger.ledger.measure;

import io.gpuledger.common.value.HourlyRate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that measures of a group in a period are reckoned from. Every part is a sum, so facts of several places add up.
 *
 * @param millis the period's length
 * @param spent cost and GPU time
 * @param hours direct cost and GPU time of each hour, or day, of the period; those without GPU time do not count
 * @param busy how busy GPUs were seen; absent where it cannot be told for the group
 * @param work what jobs counted; absent where it cannot be told for the group
 * @param bills what bills say; absent where it cannot be told for the group
 * @param plan what is planned per hour; absent without a budget
 */
public record Facts(
        long millis,
        Spent spent,
        List<Used> hours,
        @Nullable Busy busy,
        @Nullable Work work,
        @Nullable Bills bills,
        @Nullable HourlyRate plan) {}
