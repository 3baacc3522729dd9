package io.gpuledger.ledger.topology;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.PodEvent;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PollCompleted;
import io.gpuledger.common.event.PollFailed;
import io.gpuledger.common.event.PricesListed;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.HourlyRate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** A random history of three accounts: two are polled, well or badly; of the third only what changes is told. */
final class History {

    static final Instant START = Instant.parse("2025-11-20T10:00:00Z");
    static final Instant END = START.plus(Duration.ofDays(4));

    static final AccountRef MAIN = new AccountRef("runpod", "main");
    static final AccountRef SPARE = new AccountRef("runpod", "spare");
    static final AccountRef TOLD = new AccountRef("other", "told");

    private static final int PODS = 4;
    private static final List<@Nullable Integer> USES = Arrays.asList(0, 3, 4, 4, 5, 90, null);

    private final Random chance;
    private final List<Poll> polls = new ArrayList<>();

    /** A poll as its provider answered it; {@code markerLost} and {@code lost} never arrived. */
    private record Poll(
            AccountRef account, Instant at, boolean failed, boolean markerLost, List<PodObserved> seen, int lost) {}

    private History(Random chance) {
        this.chance = chance;
    }

    static History of(Random chance, boolean losing) {
        History history = new History(chance);
        history.poll(MAIN, losing);
        history.poll(SPARE, losing);
        history.tell();
        return history;
    }

    private void poll(AccountRef account, boolean losing) {
        Instant at = START;
        int count = 2 + chance.nextInt(7);
        for (int poll = 0; poll < count; poll++) {
            List<PodObserved> seen = new ArrayList<>();
            boolean failed = chance.nextInt(5) == 0;
            for (int pod = 0; pod < PODS; pod++) {
                if (chance.nextInt(failed ? 2 : 5) > 0 && !(failed && chance.nextInt(3) > 0)) {
                    seen.add(observation(account, "pod-" + pod, at));
                }
            }
            boolean lost = losing && !seen.isEmpty() && chance.nextInt(10) == 0;
            polls.add(new Poll(account, at, failed, losing && chance.nextInt(8) == 0, seen, lost ? 1 : 0));
            if (!seen.isEmpty() && chance.nextInt(10) == 0) {
                polls.add(new Poll(account, at, false, true, List.of(observation(account, "pod-3", at)), 0));
            }
            at = at.plus(pause());
        }
    }

    private Duration pause() {
        return switch (chance.nextInt(8)) {
            case 0 -> Duration.ofMinutes(11 + chance.nextInt(60));
            case 1 -> Duration.ofHours(20 + chance.nextInt(12));
            default -> Duration.ofMinutes(1);
        };
    }

    private void tell() {
        for (int pod = 0; pod < 2; pod++) {
            for (int i = 0; i < 3; i++) {
                Instant at = START.plus(Duration.ofMinutes(chance.nextInt(3000)));
                polls.add(new Poll(TOLD, at, false, true, List.of(observation(TOLD, "pod-" + pod, at)), 0));
            }
        }
    }

    private PodObserved observation(AccountRef account, String pod, Instant at) {
        return observed(account, pod, at).again(at, USES.get(chance.nextInt(USES.size())));
    }

    private PodObserved observed(AccountRef account, String pod, Instant at) {
        Instant before = at.minusMillis(chance.nextLong(180_000));
        return switch (chance.nextInt(9)) {
            case 0 -> pod(account, pod, at, PodState.STOPPED, null, null, null);
            case 1 -> pod(account, pod, at, PodState.STOPPED, null, null, before);
            case 2 -> pod(account, pod, at, PodState.RUNNING, "0.44", null, null);
            case 3 -> pod(account, pod, at, PodState.RUNNING, "0.69", before, null);
            case 4 -> pod(account, pod, at, PodState.RUNNING, null, null, before);
            case 5 -> pod(account, pod, at, PodState.GONE, null, null, chance.nextBoolean() ? before : null);
            default -> pod(account, pod, at, PodState.RUNNING, "0.69", START.minusSeconds(7200), null);
        };
    }

    private static PodObserved pod(
            AccountRef account,
            String pod,
            Instant at,
            PodState state,
            @Nullable String price,
            @Nullable Instant startedAt,
            @Nullable Instant changedAt) {
        return new PodObserved(
                account,
                pod,
                at,
                state,
                startedAt,
                account.name() + "-" + pod,
                Told.SKU,
                1000,
                Tier.ON_DEMAND,
                null,
                price == null ? null : HourlyRate.ofDollars(price),
                HourlyRate.ofDollars("0.01"),
                HourlyRate.ofDollars("0.02"),
                null,
                Map.of(),
                changedAt);
    }

    /** A last poll of each account that is polled, answered well: every pod is there, and all is told of it. */
    List<PodEvent> lastPolls(Instant at) {
        List<PodEvent> last = new ArrayList<>();
        for (AccountRef account : List.of(MAIN, SPARE)) {
            for (int pod = 0; pod < PODS; pod++) {
                PodObserved seen = pod(account, "pod-" + pod, at, PodState.RUNNING, "0.69", null, null);
                last.add(
                        chance.nextInt(4) == 0
                                ? pod(account, "pod-" + pod, at, PodState.STOPPED, null, null, null)
                                : seen.again(at, chance.nextInt(10)));
            }
            last.add(new PollCompleted(account, at, PODS, 0, 1));
        }
        return last;
    }

    /** What the providers listed, some of it again and again: so little that some prices are not believed, and more. */
    List<PricesListed> lists() {
        List<PricesListed> lists = new ArrayList<>();
        for (int i = 0; i < 1 + chance.nextInt(6); i++) {
            String provider = chance.nextInt(4) == 0 ? TOLD.provider() : MAIN.provider();
            Instant at = START.plus(Duration.ofMinutes(chance.nextInt(chance.nextBoolean() ? 8 : 3000) - 2));
            String price = List.of("0.01", "0.03", "0.50").get(chance.nextInt(3));
            Tier tier = chance.nextInt(5) == 0 ? Tier.SPOT : Tier.ON_DEMAND;
            lists.add(new PricesListed(
                    provider,
                    at,
                    List.of(new PricesListed.Row(Told.SKU, "", tier, null, HourlyRate.ofDollars(price), null))));
        }
        return lists;
    }

    /** What each partition of the topic holds, in the order in which it happened. */
    List<List<PodEvent>> events(int partitions) {
        List<List<PodEvent>> events = new ArrayList<>();
        IntStream.range(0, partitions).forEach(partition -> events.add(new ArrayList<>()));
        for (Poll poll : polls) {
            int[] written = new int[partitions];
            int lost = poll.lost();
            for (PodObserved seen : poll.seen()) {
                int partition = partition(seen.key(), partitions);
                written[partition]++;
                if (lost-- <= 0) {
                    events.get(partition).add(seen);
                }
            }
            for (int partition = 0; partition < partitions && !poll.markerLost(); partition++) {
                events.get(partition).add(marker(poll, written[partition]));
            }
        }
        return events;
    }

    /** Each meter stands under a driver of its own, where every partition is the first. */
    private static PodEvent marker(Poll poll, int pods) {
        return poll.failed()
                ? new PollFailed(poll.account(), poll.at(), "unavailable", "HTTP 502", 0, 1)
                : new PollCompleted(poll.account(), poll.at(), pods, 0, 1);
    }

    private static int partition(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    /** Some of them twice, and in any order. */
    <T> List<T> disturbed(List<T> events) {
        List<T> disturbed = new ArrayList<>(events);
        events.stream().filter(event -> chance.nextInt(4) == 0).forEach(disturbed::add);
        Collections.shuffle(disturbed, chance);
        return disturbed;
    }
}
