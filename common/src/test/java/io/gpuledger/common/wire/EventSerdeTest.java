package io.gpuledger.common.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.BookEntry;
import io.gpuledger.common.event.PodEvent;
import io.gpuledger.common.event.PollCompleted;
import io.gpuledger.common.event.Tick;
import java.time.Instant;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class EventSerdeTest {

    private static final String MARKER = "{\"account\":{\"provider\":\"runpod\",\"name\":\"main\"},"
            + "\"at\":\"2026-11-21T08:00:00Z\",\"pods\":2,\"partition\":0,\"partitions\":1%s}";
    private static final PollCompleted READ =
            new PollCompleted(new AccountRef("runpod", "main"), Instant.parse("2026-11-21T08:00:00Z"), 2, 0, 1);

    private final EventSerde<PodEvent> pods = new EventSerde<>(PodEvent.class, "/test");

    @Test
    void aTypeNobodyKnowsIsRefusedByName() {
        assertThatThrownBy(() -> read("io.gpuledger.weather.v1", MARKER.formatted("")))
                .isInstanceOf(SerializationException.class)
                .hasMessage("ce_type 'io.gpuledger.weather.v1' does not belong on pods.v1");
    }

    @Test
    void aValueWithoutItsTypeIsRefused() {
        assertThatThrownBy(() -> pods.deserialize("pods.v1", new RecordHeaders(), bytes(MARKER.formatted(""))))
                .isInstanceOf(SerializationException.class)
                .hasMessage("ce_type header is missing");
    }

    @Test
    void anEventOfAnotherTopicIsRefused() {
        assertThatThrownBy(() -> read("io.gpuledger.tick.v1", MARKER.formatted("")))
                .isInstanceOf(SerializationException.class)
                .hasMessage("ce_type 'io.gpuledger.tick.v1' does not belong on pods.v1");
    }

    @Test
    void bytesThatAreNoJsonAreRefused() {
        assertThatThrownBy(() -> read("io.gpuledger.poll.completed.v1", "\u0000\u0001not json"))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void aTornValueIsRefused() {
        String torn = MARKER.formatted("").substring(0, 40);

        assertThatThrownBy(() -> read("io.gpuledger.poll.completed.v1", torn))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void aSecondValueBehindTheFirstIsRefused() {
        assertThatThrownBy(() -> read("io.gpuledger.poll.completed.v1", MARKER.formatted("") + " {}"))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void aFieldOfALaterVersionIsPassedOver() {
        assertThat(read("io.gpuledger.poll.completed.v1", MARKER.formatted(",\"weather\":{\"rain\":true}")))
                .isEqualTo(READ);
    }

    @Test
    void aFieldGivenTwiceIsRefused() {
        assertThatThrownBy(() -> read("io.gpuledger.poll.completed.v1", MARKER.formatted(",\"pods\":3")))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("pods");
    }

    @Test
    void aMissingNumberIsRefusedAndNotTakenForZero() {
        assertThatThrownBy(() -> read(
                        "io.gpuledger.poll.completed.v1", MARKER.formatted("").replace("\"pods\":2,", "")))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void aBrokenRuleIsNamedWithItsField() {
        String marker = MARKER.formatted("").replace("\"pods\":2", "\"pods\":-2");

        assertThatThrownBy(() -> read("io.gpuledger.poll.completed.v1", marker))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("pods must not be negative");
    }

    @Test
    void theReasonDoesNotRepeatWhatWasRead() {
        String marker = MARKER.formatted("").replace("\"runpod\"", "\"secret/word\"");

        assertThatThrownBy(() -> read("io.gpuledger.poll.completed.v1", marker))
                .isInstanceOf(SerializationException.class)
                .message()
                .contains("account.provider must not contain '/'")
                .doesNotContain("secret");
    }

    @Test
    void aTombstoneIsReadAsNothing() {
        assertThat(pods.deserialize("pods.v1", new RecordHeaders(), (byte[]) null))
                .isNull();
        assertThat(pods.serialize("pods.v1", null)).isNull();
    }

    @Test
    void headersThatWereThereAreReplacedAndNotDoubled() {
        Headers headers = headers("io.gpuledger.poll.failed.v1");

        pods.serialize("pods.v1", headers, READ);

        assertThat(headers.headers(CloudEventHeaders.TYPE)).hasSize(1);
        assertThat(CloudEventHeaders.read(headers, CloudEventHeaders.TYPE)).isEqualTo("io.gpuledger.poll.completed.v1");
    }

    @Test
    void aRootReadsEveryEventBelowIt() {
        EventSerde<BookEntry> books = new EventSerde<>(BookEntry.class, "/test");
        Tick tick = new Tick(new AccountRef("runpod", "main"), Instant.parse("2026-11-21T08:00:00Z"), true, 0, 1);
        Headers headers = new RecordHeaders();

        byte[] written = books.serialize("postings.v1", headers, tick);

        assertThat(books.deserialize("postings.v1", headers, written)).isEqualTo(tick);
    }

    private PodEvent read(String type, String json) {
        return pods.deserialize("pods.v1", headers(type), bytes(json));
    }

    private static Headers headers(String type) {
        return new RecordHeaders().add(CloudEventHeaders.TYPE, bytes(type));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
