package io.gpuledger.ledger.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.LettersBuried;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.value.Money;
import io.gpuledger.common.wire.CloudEventHeaders;
import io.gpuledger.common.wire.DeadLetters;
import io.gpuledger.common.wire.EventSerde;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is written on a topic the ledger reads: it is buried as it came, with its reason, and the stream goes on. */
class PoisonTest {

    private static final Instant T = Instant.parse("2026-11-20T10:00:00Z");
    private static final byte[] SOME = "{\"account\": {\"provider\": \"runpod\"}}".getBytes(UTF_8);

    /** What lies on a topic, and a part of why it cannot be used. */
    record Poison(
            String topic,
            @Nullable String key,
            byte @Nullable [] value,
            @Nullable String type,
            String reason) {

        TestRecord<byte[], byte[]> record() {
            Headers headers = new RecordHeaders();
            headers.add(CloudEventHeaders.SOURCE, "/poisoner".getBytes(UTF_8));
            if (type != null) {
                headers.add(CloudEventHeaders.TYPE, type.getBytes(UTF_8));
            }
            return new TestRecord<>(key == null ? null : key.getBytes(UTF_8), value, headers, T);
        }
    }

    static Stream<Poison> poison() {
        Map<String, String> types = Map.of(
                Topics.PODS, "io.gpuledger.pod.observed.v1",
                Topics.ACCOUNTS, "io.gpuledger.account.observed.v1",
                Topics.POSTINGS, "io.gpuledger.posting.v1");
        return types.entrySet().stream().flatMap(entry -> ofTopic(entry.getKey(), entry.getValue()));
    }

    private static Stream<Poison> ofTopic(String topic, String type) {
        byte[] deep = ("{\"labels\":" + "[".repeat(100_000)).getBytes(UTF_8);
        byte[] huge = ("{\"pod\":\"" + "x".repeat(900_000) + "\"}").getBytes(UTF_8);
        return Stream.of(
                new Poison(topic, "k", "not JSON".getBytes(UTF_8), type, "is not well-formed"),
                new Poison(topic, "k", new byte[0], type, ""),
                new Poison(topic, "k", new byte[] {(byte) 0xC3, 0x28, 0, 1}, type, ""),
                new Poison(topic, "k", "null".getBytes(UTF_8), type, Guard.NO_VALUE),
                new Poison(topic, "k", deep, type, ""),
                new Poison(topic, "k", huge, type, ""),
                new Poison(topic, "k", SOME, null, "ce_type header is missing"),
                new Poison(topic, "k", SOME, "io.gpuledger.crossing.v1", "does not belong on " + topic),
                new Poison(topic, "k", SOME, "a type\u0000of nobody", "does not belong on " + topic),
                new Poison(topic, "k", SOME, type, ""),
                new Poison(topic, null, SOME, type, ""),
                new Poison(topic, "k", null, type, Guard.NO_VALUE),
                new Poison(topic, null, null, null, Guard.NO_VALUE));
    }

    @ParameterizedTest
    @MethodSource("poison")
    void isBuriedAsItCameAndTheStreamGoesOn(Poison poison) {
        try (Ledger ledger = new Ledger(Ledger.file(List.of(), List.of(), List.of()))) {
            ledger.raw(poison.topic(), poison.record());
            ledger.told(Told.running("res-1", T, "0.99"), Told.polled(T, 1), Told.polled(T.plusSeconds(3600), 0));

            assertThat(ledger.deadLetters()).singleElement().satisfies(letter -> {
                assertThat(text(letter, DeadLetters.REASON))
                        .contains(poison.reason())
                        .isNotBlank();
                assertThat(text(letter, DeadLetters.TOPIC)).isEqualTo(poison.topic());
                assertThat(text(letter, DeadLetters.PARTITION)).isEqualTo("0");
                assertThat(text(letter, DeadLetters.OFFSET)).isNotBlank();
                assertThat(text(letter, CloudEventHeaders.SOURCE)).isEqualTo("/poisoner");
                assertThat(
                                letter.value() == null || new String(letter.value(), UTF_8).equals("null")
                                        ? null
                                        : letter.value())
                        .isEqualTo(poison.reason().equals(Guard.NO_VALUE) ? null : poison.value());
                assertThat(letter.key() == null ? null : new String(letter.key(), UTF_8))
                        .isEqualTo(poison.key());
            });
            assertThat(ledger.cost(Scope.account(Told.MAIN), T, T.plusSeconds(7200)))
                    .isEqualTo(Money.ofDollars("1"));
        }
    }

    @Test
    void anEventUnderAnotherKeyIsBuriedBecauseItIsInAnotherPlace() {
        Event pod = Told.running("res-1", T, "0.99");
        Headers headers = new RecordHeaders();
        byte[] value = new EventSerde<>(Event.class, "/test").serialize(Topics.PODS, headers, pod);
        try (Ledger ledger = new Ledger(Ledger.file(List.of(), List.of(), List.of()))) {
            ledger.raw(Topics.PODS, new TestRecord<>("elsewhere".getBytes(UTF_8), value, headers, T));

            assertThat(ledger.postings()).isEmpty();
            assertThat(ledger.deadLetters()).singleElement().satisfies(letter -> {
                assertThat(text(letter, DeadLetters.REASON)).isEqualTo(Guard.WRONG_KEY);
                assertThat(new String(letter.key(), UTF_8)).isEqualTo("elsewhere");
                assertThat(letter.value()).isEqualTo(value);
            });
        }
    }

    @Test
    void aMarkerOfAnotherPartitionEndsNothingHere() {
        Headers headers = new RecordHeaders();
        Event marker = new io.gpuledger.common.event.PollCompleted(Told.MAIN, T.plusSeconds(60), 0, 1, 2);
        byte[] value = new EventSerde<>(Event.class, "/test").serialize(Topics.PODS, headers, marker);
        try (Ledger ledger = new Ledger(Ledger.file(List.of(), List.of(), List.of()))) {
            ledger.told(Told.running("res-1", T, "0.99"), Told.polled(T, 1));
            ledger.raw(Topics.PODS, new TestRecord<>(marker.key().getBytes(UTF_8), value, headers, T));

            assertThat(ledger.deadLetterReasons()).containsExactly(Guard.WRONG_PARTITION);
        }
    }

    @Test
    void whatIsRefusedKeepsTheHeadersItCameWith() {
        try (Ledger ledger = new Ledger(Ledger.file(List.of(), List.of(), List.of()))) {
            ledger.told(Told.running("res-1", T, "0.69"), Told.polled(T, 1));
            ledger.told(Told.running("res-1", T.minusSeconds(36 * 86_400), "0.44"));

            assertThat(ledger.deadLetters()).singleElement().satisfies(letter -> {
                assertThat(text(letter, CloudEventHeaders.SOURCE)).isEqualTo("/test");
                assertThat(text(letter, DeadLetters.TOPIC)).isEqualTo(Topics.PODS);
                assertThat(text(letter, DeadLetters.OFFSET)).isEqualTo("2");
            });
        }
    }

    @Test
    void howManyWereBuriedReachesTheBooksExactlyUpToAThousandAMinute() {
        try (Ledger ledger = new Ledger(Ledger.file(List.of(), List.of(), List.of()))) {
            for (int i = 0; i < 2_500; i++) {
                ledger.raw(Topics.DEAD_LETTERS, new TestRecord<>(null, SOME, new RecordHeaders(), T));
            }
            ledger.raw(Topics.DEAD_LETTERS, new TestRecord<>(null, SOME, new RecordHeaders(), T.plusSeconds(60)));

            List<LettersBuried> told = ledger.lettersBuried();
            assertThat(told).hasSize(1_002);
            assertThat(told.get(16)).isEqualTo(new LettersBuried(T, T, 17));
            assertThat(told.get(1_000).count()).isEqualTo(2_000);
            assertThat(told.getLast()).isEqualTo(new LettersBuried(T.plusSeconds(60), T.plusSeconds(60), 1));
            assertThat(ledger.lettersLastHour(T.plusSeconds(3_599))).isEqualTo(2_001);
            assertThat(ledger.lettersLastHour(T.plusSeconds(3_600))).isEqualTo(1);
        }
    }

    private static @Nullable String text(TestRecord<byte[], byte[]> letter, String header) {
        return CloudEventHeaders.read(letter.headers(), header);
    }
}
