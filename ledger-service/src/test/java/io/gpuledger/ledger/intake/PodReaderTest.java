package io.gpuledger.ledger.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.PodEvent;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.wire.EventSerde;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Label("the reader of pods")
class PodReaderTest {

    private static final Instant AT = Instant.parse("2026-11-21T08:00:00Z");

    private final EventSerde<PodEvent> parser = new EventSerde<>(PodEvent.class, "/test");
    private final PodReader reader = new PodReader(parser, new Templates(64));

    private static PodObserved seen(String pod, Instant at, @Nullable Integer use, String label) {
        return new PodObserved(
                new AccountRef("runpod", "main"),
                pod,
                at,
                PodState.RUNNING,
                AT,
                "name of " + pod,
                "NVIDIA L4",
                1_000,
                Tier.SPOT,
                null,
                HourlyRate.ofDollars("0.43"),
                HourlyRate.ZERO,
                HourlyRate.ZERO,
                use,
                Map.of("at", label),
                use == null ? null : AT.minusSeconds(60));
    }

    private Event read(String text) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("ce_type", "io.gpuledger.pod.observed.v1".getBytes(UTF_8));
        return reader.deserialize(Topics.PODS, headers, text.getBytes(UTF_8));
    }

    private String written(PodObserved event) {
        return new String(parser.serialize(Topics.PODS, event), UTF_8);
    }

    /** Few pods that change now and then, read by many readings of many sources of one history. */
    @Property(tries = 300)
    void readsWhatAParserReads(@ForAll Random random) {
        for (int i = 0; i < 300; i++) {
            Integer use = random.nextInt(5) == 0 ? null : random.nextInt(101);
            Instant at = AT.plusMillis(random.nextInt(3) * 250L).plusNanos(random.nextInt(2));
            PodObserved event = seen("pod-" + random.nextInt(90), at, use, "label " + random.nextInt(2));

            assertThat(read(written(event))).isEqualTo(event);
        }
    }

    /** One letter of a text that would have been recognised is another: the parser's answer, or its refusal, is the answer. */
    @Property(tries = 2_000)
    void noLetterGoesUnseen(@ForAll Random random) {
        byte[] text = written(seen("pod-1", AT.plusMillis(250), 42, "2026-11-21T08:00:00Z"))
                .getBytes(UTF_8);
        read(new String(text, UTF_8));
        byte[] letters = "0123456789\"\\-.:TZe{}, xÄ".getBytes(UTF_8);
        text[random.nextInt(text.length)] = letters[random.nextInt(letters.length)];
        RecordHeaders headers = new RecordHeaders();
        headers.add("ce_type", "io.gpuledger.pod.observed.v1".getBytes(UTF_8));

        PodEvent parsed;
        try {
            parsed = parser.deserialize(Topics.PODS, headers, text);
        } catch (SerializationException e) {
            assertThatThrownBy(() -> reader.deserialize(Topics.PODS, headers, text))
                    .isInstanceOf(SerializationException.class)
                    .hasMessage(e.getMessage());
            return;
        }
        assertThat(reader.deserialize(Topics.PODS, headers, text)).isEqualTo(parsed);
    }

    @Test
    void aLabelThatIsCalledAtIsNotTheInstant() {
        String first = "{\"labels\":{\"at\":\"2026-11-21T08:00:00Z\"},\"account\":{\"provider\":\"p\",\"name\":\"n\"},"
                + "\"pod\":\"x\",\"state\":\"RUNNING\",\"milliGpus\":1000,\"at\":\"2026-11-21T09:00:00Z\"}";
        read(first);

        PodObserved second = (PodObserved) read(first.replace("T08", "T10"));

        assertThat(second.at()).isEqualTo("2026-11-21T09:00:00Z");
        assertThat(second.labels()).containsEntry("at", "2026-11-21T10:00:00Z");
    }

    @Test
    void whatIsNotParsedAgainIsTheSameObject() {
        PodObserved first = (PodObserved) read(written(seen("pod-1", AT, 7, "a")));

        PodObserved second = (PodObserved) read(written(seen("pod-1", AT.plusSeconds(60), 100, "a")));

        assertThat(second.name()).isSameAs(first.name());
    }
}
