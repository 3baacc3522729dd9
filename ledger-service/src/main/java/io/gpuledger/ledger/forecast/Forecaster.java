package io.gpuledger.ledger.forecast;

import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.books.Lines;
import io.gpuledger.ledger.budget.Plan;
import io.gpuledger.ledger.budget.PlannedWindows;
import io.gpuledger.ledger.budget.RateLine;
import io.gpuledger.ledger.budget.Spent;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// lines, what is spent, planned windows -> the end of the period, by two methods
///
/// The weekday medians are right on steady and on noisy spend and slow after a lasting change; the rate of seven days
/// is
/// the reverse. So both are told. What is planned for a while stands in for both.
public final class Forecaster {

    /** With less history, or earlier in a period of a week or longer, a forecast would be wild. */
    static final Duration HISTORY_MIN = Duration.ofDays(3);

    private static final int ELAPSED_PARTS = 10;
    private static final long WEEK = Duration.ofDays(7).toMillis();

    private final Lines lines;
    private final PlannedWindows windows;

    public Forecaster(Lines lines, PlannedWindows windows) {
        this.lines = lines;
        this.windows = windows;
    }

    /** @param profile of the local day that {@code spent.at()} lies in */
    public Outlook of(Spent spent, Profile profile) {
        Plan plan = spent.plan();
        long begin = lines.busyFrom(0);
        if (begin > spent.at() - HISTORY_MIN.toMillis()) {
            return new Outlook.TooEarly("there are less than " + HISTORY_MIN.toDays() + " days of cost to tell from");
        }
        if (spent.at() - plan.from() < waiting(plan)) {
            return new Outlook.TooEarly("the period has just begun; a forecast comes after its first "
                    + Duration.ofMillis(waiting(plan)).toHours() + " hours");
        }
        HourlyRate rate = rateBefore(lines, spent.at(), begin);
        Money byRate = spent.amount().plus(rest(RateLine.of(spent.at(), plan.until(), rate), spent));
        if (profile.rates().isEmpty()) {
            return new Outlook.Forecast(byRate, byRate, byRate, byRate, null);
        }
        Money byWeekday = spent.amount().plus(rest(days(profile, spent), spent));
        boolean lower = byRate.compareTo(byWeekday) < 0;
        return new Outlook.Forecast(
                profile.departed() ? byRate : byWeekday,
                lower ? byRate : byWeekday,
                lower ? byWeekday : byRate,
                byRate,
                byWeekday);
    }

    /** Three days, or a tenth of the period where that is longer; never more than half of the period. */
    static long waiting(Plan plan) {
        return Math.min(plan.millis() / 2, Math.max(HISTORY_MIN.toMillis(), plan.millis() / ELAPSED_PARTS));
    }

    /** The mean rate of the seven days before an instant, or of what there is of them. */
    static HourlyRate rateBefore(Lines lines, long at, long begin) {
        long from = Math.max(at - WEEK, begin);
        return from >= at ? HourlyRate.ZERO : lines.between(from, at).cost().perHourOver(at - from);
    }

    private Money rest(RateLine line, Spent spent) {
        return Objects.requireNonNullElse(
                windows.raised(line).between(spent.at(), spent.plan().until()), Money.ZERO);
    }

    private static RateLine days(Profile profile, Spent spent) {
        List<RateLine.Piece> pieces = new ArrayList<>();
        LocalDate day = profile.day();
        long at = spent.at();
        while (at < spent.plan().until()) {
            long next = Math.min(
                    Profile.start(profile.zone(), day.plusDays(1)), spent.plan().until());
            pieces.add(new RateLine.Piece(at, next, profile.rates().get(day.getDayOfWeek())));
            day = day.plusDays(1);
            at = next;
        }
        return new RateLine(pieces);
    }
}
