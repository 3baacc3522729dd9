package io.gpuledger.alert.desk;

import io.gpuledger.alert.delivery.Courier;
import io.gpuledger.alert.delivery.DeliveryLimits;
import io.gpuledger.alert.sink.Answer;
import io.gpuledger.common.event.Delivery;
import io.gpuledger.common.event.Notification;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;

/**
 * Couriers in virtual time: each integration of a group has one, who has a clock of its own that goes on while it waits,
 * and who always waits for as long as it may.
 */
final class Messengers {

    private static final RandomGenerator LONGEST = new RandomGenerator() {
        @Override
        public long nextLong() {
            return Long.MAX_VALUE;
        }

        @Override
        public long nextLong(long from, long to) {
            return to - 1;
        }
    };

    private final Map<String, Instant> refusing = new HashMap<>();
    private final Map<String, Instant> failing = new HashMap<>();
    private final Map<String, Instant> free = new HashMap<>();
    private final Map<String, Delivery> slow = new HashMap<>();
    private Instant clock = Instant.EPOCH;

    void refuse(String receiver, Instant until) {
        refusing.put(receiver, until);
    }

    /** @param receiver {@code name} for all its integrations, {@code name#1} for one of them */
    void fail(String receiver, Instant until) {
        failing.put(receiver, until);
    }

    Delivery bring(Notification notification, Instant now) {
        String lane = notification.receiver() + "#" + notification.index() + " " + notification.groupKey();
        Instant begun = free.getOrDefault(lane, now);
        clock = begun.isAfter(now) ? begun : now;
        Courier courier = new Courier(
                any -> Optional.of(this::answer),
                DeliveryLimits.DEFAULT,
                LONGEST,
                new Courier.Surroundings(() -> clock, wait -> clock = clock.plus(wait), (said, answer, took) -> {}));
        try {
            Delivery delivery = courier.bring(notification, new Semaphore(1));
            free.put(lane, clock);
            if (clock.isAfter(now)) {
                slow.put(notification.id(), delivery);
            }
            return delivery;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer answer(Notification said) {
        if (clock.isBefore(refusing.getOrDefault(said.receiver(), Instant.MIN))) {
            return new Answer.Rejected("HTTP 404");
        }
        Instant all = failing.getOrDefault(said.receiver(), Instant.MIN);
        Instant one = failing.getOrDefault(said.receiver() + "#" + said.index(), Instant.MIN);
        return clock.isBefore(all) || clock.isBefore(one)
                ? new Answer.Retry("HTTP 503", null)
                : new Answer.Delivered("HTTP 200");
    }

    /** Nothing where it arrived at once. */
    String arrival(Notification said) {
        Delivery delivery = slow.get(said.id());
        return delivery == null
                ? ""
                : " (arrives " + Stage.seconds(delivery.at()) + ", attempt " + delivery.attempts() + ")";
    }
}
