package io.gpuledger.ledger.store.meter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PriceSource;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.event.Use;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.rating.Sight;
import io.gpuledger.ledger.rating.Span;
import io.gpuledger.ledger.store.JsonSerde;
import io.gpuledger.ledger.timeline.Pod;
import io.gpuledger.ledger.timeline.Step;
import io.gpuledger.ledger.timeline.Turn;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class TimelineBytesTest {

    private static final Serde<Pod> SERDE = TimelineBytes.serde();
    private static final AccountRef ACCOUNT = new AccountRef("runpod", "main");

    /** What a pod that was never seen was written as when the format was made; it must be read for ever. */
    private static final String FIRST = "01000c72756e706f6402086d61696e0402700efeffffffffffffffff0106047631000000";

    @Property(tries = 300)
    void whatIsReadIsWhatWasWritten(@ForAll Random chance, @ForAll @IntRange(max = 40) int changes) {
        Pod pod = pod(chance, changes);

        assertThat(read(SERDE.serializer().serialize("", pod))).isEqualTo(pod);
    }

    @Property(tries = 50)
    void whatWasKeptAsJsonIsReadToo(@ForAll Random chance, @ForAll @IntRange(max = 5) int changes) {
        Pod pod = pod(chance, changes);

        assertThat(read(JsonSerde.of(Pod.class).serializer().serialize("", pod)))
                .isEqualTo(pod);
    }

    @Test
    void aFormThatWasOnceWrittenIsReadForEver() {
        Pod pod = new Pod(ACCOUNT, "p", 7, new TreeMap<>(), new TreeMap<>(), Span.OPEN, List.of(), "v1");

        assertThat(HexFormat.of().formatHex(SERDE.serializer().serialize("", pod)))
                .isEqualTo(FIRST);
        assertThat(read(HexFormat.of().parseHex(FIRST))).isEqualTo(pod);
    }

    @Test
    void aChangeTakesAFifthOfWhatItTookAsJson() {
        Pod pod = pod(new Random(1), 100);

        assertThat(SERDE.serializer().serialize("", pod).length * 5)
                .isLessThan(JsonSerde.of(Pod.class).serializer().serialize("", pod).length);
    }

    @Test
    void whatIsNoPodIsRefused() {
        byte[] written = SERDE.serializer().serialize("", pod(new Random(1), 3));
        byte[] cut = Arrays.copyOf(written, written.length - 1);

        assertThatThrownBy(() -> read(cut)).isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> read("x".getBytes(UTF_8))).hasMessageContaining("format 120");
    }

    private static Pod read(byte[] bytes) {
        return SERDE.deserializer().deserialize("", bytes);
    }

    private static Pod pod(Random chance, int changes) {
        TreeMap<Long, Sight> sights = new TreeMap<>();
        TreeMap<Long, Turn> turns = new TreeMap<>();
        List<Step> steps = new ArrayList<>();
        long at = 1_762_000_000_000L;
        for (int change = 0; change < changes; change++) {
            at += 1 + chance.nextInt(100_000);
            sights.put(at, sight(chance, at));
            turns.put(at, new Turn(at - chance.nextInt(10_000), chance.nextBoolean() ? Span.OPEN : at));
            steps.add(step(chance, at));
        }
        long held = chance.nextBoolean() ? Span.OPEN : at;
        return new Pod(ACCOUNT, "pod-ü", chance.nextInt(100_000), sights, turns, held, steps, "v" + chance.nextInt(9));
    }

    private static Sight sight(Random chance, long at) {
        return new Sight(
                one(chance, PodState.values()),
                chance.nextBoolean() ? null : Instant.ofEpochSecond(at / 1_000, chance.nextInt(1_000_000_000)),
                chance.nextBoolean() ? null : Instant.ofEpochMilli(-at),
                "training " + chance.nextInt(3),
                chance.nextBoolean() ? null : "NVIDIA L40S",
                chance.nextInt(8_000),
                one(chance, Tier.values()),
                chance.nextBoolean() ? null : "eu",
                chance.nextBoolean() ? null : new HourlyRate(chance.nextLong(1_000_000_000_000L)),
                HourlyRate.ZERO,
                new HourlyRate(13_900_000),
                chance.nextBoolean() ? Map.of() : Map.of("team", "team-" + chance.nextInt(3), "empty", ""),
                "runpod/main/pod-ü@" + at);
    }

    private static Step step(Random chance, long at) {
        Cell cell = new Cell(
                "owner-" + chance.nextInt(3),
                chance.nextBoolean() ? null : "vision",
                null,
                ACCOUNT,
                null,
                "NVIDIA L40S",
                Tier.SPOT,
                one(chance, Component.values()));
        Step.Place place = new Step.Place(
                at,
                cell,
                one(chance, PriceSource.values()),
                "training",
                chance.nextBoolean() ? null : one(chance, Use.values()),
                chance.nextBoolean() ? null : "job-1",
                chance.nextBoolean(),
                chance.nextBoolean());
        Money amount = chance.nextBoolean() ? Money.ZERO : new Money(new BigInteger(100, chance).negate());
        return new Step(place, chance.nextInt(), chance.nextInt(8_000), 0, amount, "runpod/main/pod-ü@" + at);
    }

    private static <T> T one(Random chance, T[] of) {
        return of[chance.nextInt(of.length)];
    }
}
