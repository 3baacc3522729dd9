package io.gpuledger.ledger.query.backtest.then;

import io.gpuledger.common.event.LettersBuried;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/// letters by the minute they were buried in -> how many there were in the hour before an instant
public final class LettersThen extends Then {

    private static final long LOOKED_AT = LettersBuried.LOOKED_AT.toMillis();

    private final List<LettersBuried> minutes;
    private int next;
    private int first;
    private long count;

    public LettersThen(Series series, List<LettersBuried> minutes) {
        super(series);
        this.minutes =
                minutes.stream().sorted(Comparator.comparing(LettersBuried::at)).toList();
    }

    @Override
    public void at(long instant) {
        while (next < minutes.size() && minutes.get(next).at().toEpochMilli() <= instant) {
            count += minutes.get(next++).count();
        }
        while (first < next && minute(first) < LettersBuried.firstLookedAt(instant)) {
            count -= minutes.get(first++).count();
        }
    }

    private long minute(int index) {
        return minutes.get(index).minute().toEpochMilli();
    }

    @Override
    public LongStream changes() {
        return minutes.stream()
                .flatMapToLong(minute -> LongStream.of(
                        minute.at().toEpochMilli(), minute.minute().toEpochMilli() + LOOKED_AT));
    }

    @Override
    public boolean isStill() {
        return true;
    }

    @Override
    public Long deadLetters(long at) {
        return count;
    }
}
