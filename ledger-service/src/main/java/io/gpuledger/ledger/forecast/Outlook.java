package io.gpuledger.ledger.forecast;

import io.gpuledger.common.value.Money;
import org.jspecify.annotations.Nullable;

/** What can be said of the end of a period. */
public sealed interface Outlook {

    /**
     * What will have been spent.
     *
     * @param point the likeliest of the two methods
     * @param low the lower of them; nobody is told before it is above a threshold, so before both agree
     * @param high the higher of them
     * @param byRate spent, and the mean rate of the last seven days for the rest
     * @param byWeekday spent, and for each day of the rest the median of its weekday in the last 28 days; absent with less
     *     than 14 days of history
     */
    record Forecast(
            Money point,
            Money low,
            Money high,
            Money byRate,
            @Nullable Money byWeekday) implements Outlook {}

    /** There is not enough to tell from. */
    record TooEarly(String reason) implements Outlook {}
}
