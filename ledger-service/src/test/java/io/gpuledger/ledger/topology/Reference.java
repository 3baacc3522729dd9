package io.gpuledger.ledger.topology;

import io.gpuledger.common.event.PodEvent;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PollCompleted;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.rating.Sight;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The cost of one account's pods from the whole set of events at once: slow, without state, and plain to see. */
final class Reference {

    private final Map<String, TreeMap<Long, PodObserved>> seen = new TreeMap<>();
    private final TreeMap<Long, Integer> markers = new TreeMap<>();

    Reference(Collection<? extends PodEvent> events) {
        for (PodEvent event : events) {
            if (event instanceof PodObserved observed) {
                seen.computeIfAbsent(observed.pod(), pod -> new TreeMap<>())
                        .merge(observed.at().toEpochMilli(), observed, Reference::winner);
            } else if (event instanceof PollCompleted marker) {
                markers.putIfAbsent(marker.at().toEpochMilli(), marker.pods());
            }
        }
    }

    private static PodObserved winner(PodObserved one, PodObserved other) {
        return Sight.of(other).outranks(Sight.of(one)) ? other : one;
    }

    private Set<Long> completePolls() {
        Set<Long> complete = new HashSet<>();
        markers.forEach((at, expected) -> {
            long here =
                    seen.values().stream().filter(pod -> pod.containsKey(at)).count();
            if (here >= expected) {
                complete.add(at);
            }
        });
        return complete;
    }

    Money cost(Instant from, Instant until) {
        BigInteger units = BigInteger.ZERO;
        for (TreeMap<Long, PodObserved> pod : seen.values()) {
            TreeMap<Long, HourlyRate> rates = rates(pod, completePolls());
            for (Map.Entry<Long, HourlyRate> rate : rates.entrySet()) {
                Long next = rates.higherKey(rate.getKey());
                long begin = Math.max(rate.getKey(), from.toEpochMilli());
                long end = Math.min(next == null ? Long.MAX_VALUE : next, until.toEpochMilli());
                units = units.add(BigInteger.valueOf(Math.max(0, end - begin))
                        .multiply(BigInteger.valueOf(rate.getValue().nanoDollars())));
            }
        }
        return new Money(units);
    }

    /** The rate that holds from each instant on. */
    private static TreeMap<Long, HourlyRate> rates(TreeMap<Long, PodObserved> pod, Set<Long> complete) {
        TreeSet<Long> news = new TreeSet<>(complete);
        news.addAll(pod.keySet());
        TreeMap<Long, HourlyRate> rates = new TreeMap<>();
        @Nullable Sight held = null;
        for (long at : news.tailSet(pod.firstKey())) {
            Sight now = pod.containsKey(at)
                    ? Sight.of(pod.get(at))
                    : Sight.absent(Sight.of(pod.firstEntry().getValue()), "");
            if (held == null || !now.sameAs(held)) {
                rates.put(effective(now, at, news.lower(at)), rate(now));
            }
            held = now;
        }
        return rates;
    }

    private static long effective(Sight sight, long at, @Nullable Long knownBefore) {
        if (sight.state() != PodState.RUNNING || sight.startedAt() == null) {
            return at;
        }
        long started = sight.startedAt().toEpochMilli();
        LocalDate day = Instant.ofEpochMilli(at).atZone(ZoneOffset.UTC).toLocalDate();
        long month =
                day.withDayOfMonth(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        boolean believed = started <= at && (knownBefore == null ? started >= month : started > knownBefore);
        return believed ? started : at;
    }

    private static HourlyRate rate(Sight sight) {
        return switch (sight.state()) {
            case RUNNING -> sight.storageRunning().plus(sight.price() == null ? HourlyRate.ZERO : sight.price());
            case STOPPED -> sight.storageStopped();
            case GONE -> HourlyRate.ZERO;
        };
    }
}
