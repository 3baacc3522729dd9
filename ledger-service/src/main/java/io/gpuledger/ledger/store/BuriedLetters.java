package io.gpuledger.ledger.store;

import io.gpuledger.common.event.LettersBuried;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** How many letters were buried in each of the last minutes. */
public final class BuriedLetters {

    /** Twice what is looked at, because news may be told a little late. */
    private static final Duration KEPT = LettersBuried.LOOKED_AT.multipliedBy(2);

    private final KeyValueStore<String, Long> minutes;

    public BuriedLetters(KeyValueStore<String, Long> minutes) {
        this.minutes = minutes;
    }

    /** Counts a letter that was buried at an instant; returns how many there are in its minute. */
    public long oneMore(long at) {
        String key = Keys.instant(LettersBuried.minute(at));
        long count = count(minutes.get(key)) + 1;
        minutes.put(key, count);
        if (count == 1) {
            forgetBefore(at);
        }
        return count;
    }

    /** Takes what was told of a minute. */
    public void take(LettersBuried told) {
        String key = Keys.instant(told.minute().toEpochMilli());
        long known = count(minutes.get(key));
        if (told.count() > known) {
            minutes.put(key, told.count());
        }
        if (known == 0) {
            forgetBefore(told.minute().toEpochMilli());
        }
    }

    /** How many were buried since an hour before an instant, by the full minute. */
    public long lastHour(long at) {
        long sum = 0;
        try (KeyValueIterator<String, Long> found =
                minutes.range(Keys.instant(LettersBuried.firstLookedAt(at)), Keys.instant(Long.MAX_VALUE))) {
            while (found.hasNext()) {
                sum += found.next().value;
            }
        }
        return sum;
    }

    private void forgetBefore(long at) {
        List<String> past = new ArrayList<>();
        try (KeyValueIterator<String, Long> old =
                minutes.range(Keys.instant(0), Keys.instant(Math.max(0, LettersBuried.minute(at - KEPT.toMillis()))))) {
            old.forEachRemaining(entry -> past.add(entry.key));
        }
        past.forEach(minutes::delete);
    }

    private static long count(@Nullable Long known) {
        return known == null ? 0 : known;
    }
}
