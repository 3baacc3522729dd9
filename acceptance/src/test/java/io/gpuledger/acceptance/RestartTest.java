package io.gpuledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.testing.TestBroker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Duplicates, disorder, and kill -9 in the middle: no number changes, no crossing and no page is repeated. */
class RestartTest {

    private static final Instant T = Instant.parse("2026-09-20T10:00:00Z");
    private static final String CONFIGURATION = """
            owners:
              - {owner: research, namePattern: "res-*"}
            budgets:
              - {name: research, owner: research, amount: 720, period: month}
            """;

    private static String routing(Sink sink) {
        return """
                route:
                  receiver: pager
                  group_by: [owner]
                  group_wait: 1s
                  group_interval: 2s
                  repeat_interval: 4h
                  routes:
                    - {receiver: tickets, matchers: ['severity = "ticket"']}
                receivers:
                  - name: pager
                    webhook_configs: [{url: "%1$s"}]
                  - name: tickets
                    webhook_configs: [{url: "%1$s"}]
                """.formatted(sink.url());
    }

    private static Instant minute(int minute) {
        return T.plusSeconds(60L * minute);
    }

    @Test
    void killedInTheMiddleAndToldEverythingTwiceTheBooksAreTheSame() throws Exception {
        try (Sink sink = new Sink();
                Stage stage = new Stage("restart", CONFIGURATION, routing(sink))) {
            Actor ledger = stage.actor("ledger-service").start();
            Actor alerts = stage.actor("alert-service").start();
            ledger.awaitReady();
            alerts.awaitReady();
            Random chance = new Random(42);
            sink.dead(true);

            // ten pods at $1/h for an hour against a plan of $1/h; each minute twice, in any order within the minute
            for (int minute = 0; minute <= 30; minute++) {
                History.publish(disturbed(History.poll(minute(minute), 10, "1"), chance));
            }
            ledger.kill();
            for (int minute = 31; minute <= 60; minute++) {
                History.publish(disturbed(History.poll(minute(minute), 10, "1"), chance));
            }
            ledger.start();
            awaitLedgerTime(ledger, minute(60));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> sink.refused() > 0);
            alerts.kill();
            sink.dead(false);
            alerts.start();
            ledger.kill();
            ledger.start().awaitReady();
            History.publish(History.poll(minute(61), 0, "1"));
            awaitLedgerTime(ledger, minute(61));

            assertThat(cost(ledger, T, minute(60))).isEqualTo("10.000000000");
            assertThat(cost(ledger, T, minute(61))).isEqualTo("10.166666667");
            assertThat(crossings())
                    .containsOnlyKeys("burn-2x-plan|firing", "burn-4x-plan|firing")
                    .allSatisfy(
                            (crossing, times) -> assertThat(times).as(crossing).isEqualTo(1));
            Awaitility.await("the page and the ticket come through")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> sink.told("pager", "burn-4x-plan", "firing").size() == 1
                            && sink.told("tickets", "burn-2x-plan", "firing").size() == 1);

            for (int minute = 62; minute <= 70; minute++) {
                History.publish(History.poll(minute(minute), 0, "1"));
            }
            Awaitility.await("both are told to be over")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> !sink.told("pager", "burn-4x-plan", "resolved").isEmpty()
                            && !sink.told("tickets", "burn-2x-plan", "resolved").isEmpty());
            assertThat(sink.told("pager", "burn-4x-plan", "firing")).hasSize(1);
            assertThat(sink.told("pager", "burn-4x-plan", "resolved")).hasSize(1);
        }
    }

    private static List<History.Sent> disturbed(List<History.Sent> poll, Random chance) {
        List<History.Sent> twice = new ArrayList<>(poll);
        twice.addAll(poll);
        Collections.shuffle(twice, chance);
        return twice;
    }

    private static void awaitLedgerTime(Actor ledger, Instant at) {
        Awaitility.await("ledger time reaches " + at)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    JsonNode answer = ledger.get("/v1/costs?from=" + T);
                    return answer != null && answer.path("ledgerTime").asText().equals(at.toString());
                });
    }

    private static String cost(Actor ledger, Instant from, Instant until) {
        JsonNode answer = ledger.get("/v1/costs?from=" + from + "&to=" + until + "&owner=research");
        assertThat(answer).isNotNull();
        return answer == null
                ? ""
                : answer.path("total").path("cost").path("usd").asText();
    }

    /** How often each rule was said to be in each state, as a reader of committed records sees it. */
    private static Map<String, Integer> crossings() {
        Map<String, Integer> times = new HashMap<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", TestBroker.bootstrapServers(),
                        "isolation.level", "read_committed",
                        "group.id", UUID.randomUUID().toString()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.CROSSINGS).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> times.merge(
                                record.key().substring(0, record.key().indexOf('|')) + "|" + state(record.value()),
                                1,
                                Integer::sum));
            }
        }
        return times;
    }

    private static String state(String crossing) {
        return crossing.contains("\"state\":\"firing\"") ? "firing" : "resolved";
    }
}
