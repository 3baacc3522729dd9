package io.gpuledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.testing.TestBroker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * kill -9 at random moments under load: the same totals to the last unit, and each crossing exactly once for a reader of
 * committed records. The moments are a seed's: so far through the load, whatever the ledger is doing there.
 */
@Tag("slow")
class UnderFireTest {

    private static final Instant T = Instant.parse("2026-11-20T10:00:00Z");
    private static final String PRICE = "0.987654321";
    private static final int MINUTES = 240;
    private static final int KILLS = 4;
    private static final long SEED = 20261120;

    /** Twice away: thirty pods against a plan of one dollar an hour, and back to none. */
    private static int pods(int minute) {
        return (minute >= 20 && minute < 60) || (minute >= 140 && minute < 170) ? 30 : 1;
    }

    private static final String CONFIGURATION = """
            owners:
              - {owner: research, namePattern: "res-*"}
            budgets:
              - {name: research, owner: research, amount: 720, period: month}
            rules:
              - {name: twice, metric: burn_multiple, windows: [1h, 5m], above: 2, severity: ticket}
              - {name: tenfold, metric: burn_multiple, windows: [1h, 5m], above: 10, severity: page}
            """;

    private static final String ROUTING = """
            route: {receiver: nobody}
            receivers: [{name: nobody}]
            """;

    private final Random chance = new Random(SEED);
    private final List<Instant> polls = polls();

    /** Not quite a minute apart. */
    private List<Instant> polls() {
        List<Instant> polls = new ArrayList<>();
        for (int minute = 0; minute <= MINUTES; minute++) {
            polls.add(T.plusSeconds(60L * minute).plusMillis(minute == 0 ? 0 : chance.nextInt(20_000)));
        }
        return polls;
    }

    private Money expected() {
        Money sum = Money.ZERO;
        for (int minute = 0; minute < MINUTES; minute++) {
            long held = Duration.between(polls.get(minute), polls.get(minute + 1)).toMillis();
            sum = sum.plus(Money.of(HourlyRate.ofDollars(PRICE), held * pods(minute)));
        }
        return sum;
    }

    @Test
    void killedAgainAndAgainItCountsTheSameAndTellsEachCrossingOnce() throws Exception {
        try (Stage stage = new Stage("under-fire", CONFIGURATION, ROUTING)) {
            for (int minute = 0; minute <= MINUTES; minute++) {
                History.publish(History.poll(polls.get(minute), pods(minute), PRICE));
            }
            long load = ends(Topics.PODS);
            Actor ledger = stage.actor("ledger-service").start();
            chance.longs(KILLS, 1, load * 9 / 10).sorted().forEach(moment -> {
                awaitRead(moment);
                ledger.kill();
                start(ledger);
            });
            Instant end = polls.getLast();
            Awaitility.await("all of it is counted")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> end.toString().equals(ledgerTime(ledger)));

            JsonNode answer = ledger.get("/v1/costs?from=" + T + "&to=" + end + "&owner=research");
            assertThat(answer).isNotNull();
            assertThat(answer == null ? "" : answer.path("total").path("cost").path("units").asText())
                    .isEqualTo(expected().units().toString());
            Map<String, Integer> told = crossings();
            assertThat(told).hasSize(8).allSatisfy((crossing, times) -> assertThat(times)
                    .as(crossing)
                    .isEqualTo(1));
        }
    }

    private static void start(Actor ledger) {
        try {
            ledger.start();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String ledgerTime(Actor ledger) {
        JsonNode answer = ledger.get("/v1/costs");
        return answer == null ? "" : answer.path("ledgerTime").asText();
    }

    /** Waits until the ledger has committed so many of the load's records. */
    private static void awaitRead(long moment) {
        Awaitility.await("the ledger has come to " + moment)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> read() >= moment);
    }

    private static long read() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestBroker.bootstrapServers()))) {
            return admin
                    .listConsumerGroupOffsets("gpu-ledger.ledger-service")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .entrySet()
                    .stream()
                    .filter(entry -> entry.getKey().topic().equals(Topics.PODS) && entry.getValue() != null)
                    .mapToLong(entry -> entry.getValue().offset())
                    .sum();
        }
    }

    private static long ends(String topic) {
        try (KafkaConsumer<String, String> consumer = reader()) {
            return consumer.endOffsets(partitions(consumer, topic)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private static KafkaConsumer<String, String> reader() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", TestBroker.bootstrapServers());
        settings.put("isolation.level", "read_committed");
        settings.put("group.id", UUID.randomUUID().toString());
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    /** How often each crossing was told: rule, scope, state and instant. */
    private static Map<String, Integer> crossings() {
        Map<String, Integer> times = new TreeMap<>();
        try (KafkaConsumer<String, String> consumer = reader()) {
            List<TopicPartition> partitions = partitions(consumer, Topics.CROSSINGS);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> times.merge(
                                new String(record.headers().lastHeader("ce_id").value(),
                                        java.nio.charset.StandardCharsets.UTF_8),
                                1,
                                Integer::sum));
            }
        }
        return times;
    }
}
