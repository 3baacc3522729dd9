package io.gpuledger.pricing.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.pricing.ingest.Unreadable.NotCloudEvents;
import io.gpuledger.pricing.ingest.Unreadable.TooLarge;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final String JOB = """
            {"account": {"provider": "slurm", "name": "a"}, "job": "17", "at": "2026-06-01T11:30:00Z", "owner": "lab",
             "from": "2026-06-01T09:00:00Z", "until": "2026-06-01T11:30:00Z", "milliGpus": 4000,
             "pricePerGpuHour": "0.86"}""";
    private final EventReader reader = new EventReader(NOW);

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String job() {
        return """
                {"specversion": "1.0", "id": "j17", "source": "/lab", "type": "io.gpuledger.job.recorded.v1", "data": %s}""".formatted(JOB);
    }

    private static String refusal(Told told) {
        assertThat(told).isInstanceOf(Told.Refused.class);
        return ((Told.Refused) told).reason();
    }

    @Test
    void aJobIsTakenWithItsSource() throws Exception {
        List<Told> told = reader.single(stream(job()));

        assertThat(told).singleElement().isInstanceOfSatisfying(Told.Accepted.class, accepted -> {
            assertThat(accepted.id()).isEqualTo("j17");
            assertThat(accepted.record().source()).isEqualTo("/lab");
            assertThat(accepted.record().event()).isInstanceOf(JobRecorded.class);
            assertThat(accepted.record().event().key()).isEqualTo("slurm/a/job/17");
        });
    }

    private static String event(String type, String data) {
        return """
                {"specversion": "1.0", "id": "e1", "source": "/lab", "type": "io.gpuledger.%s.v1",
                 "data": {"account": {"provider": "runpod", "name": "main"}, "at": "2026-06-01T11:30:00Z", %s}}""".formatted(type, data);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "job.started  | runpod/main/p1 | \"pod\": \"p1\", \"job\": \"17\", \"owner\": \"lab\", \"milliGpus\": 500",
                "job.stopped  | runpod/main/p1 | \"pod\": \"p1\", \"job\": \"17\"",
                "bill.line    | runpod/main/p1 | \"resource\": \"p1\", \"line\": \"7\", \"from\": \"2026-06-01T00:00:00Z\", \"until\": \"2026-06-02T00:00:00Z\", \"amount\": {\"usd\": \"12.34\"}"
            })
    void whatJobsDidOnPodsAndWhatWasBilledIsTakenAndKeyedAsThePod(String type, String key, String data)
            throws Exception {
        assertThat(reader.single(stream(event(type, data))))
                .singleElement()
                .isInstanceOfSatisfying(
                        Told.Accepted.class,
                        accepted -> assertThat(accepted.record().event().key()).isEqualTo(key));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "job.started | \"pod\": \"p1\", \"job\": \"17\", \"owner\": \"lab\", \"milliGpus\": 0 | milliGpus must be from 1 to",
                "job.started | \"job\": \"17\", \"owner\": \"lab\", \"milliGpus\": 500 | pod is required",
                "job.stopped | \"pod\": \"p1\", \"job\": \"17\", \"counters\": {\"epochs\": -1} | counters.epochs must not be negative",
                "bill.line | \"line\": \"7\", \"from\": \"2026-06-01T00:00:00Z\", \"until\": \"2026-06-01T00:00:00Z\", \"amount\": {\"usd\": \"1\"} | until must be after from",
                "bill.line | \"line\": \"7\", \"from\": \"2024-06-01T00:00:00Z\", \"until\": \"2026-06-01T00:00:00Z\", \"amount\": {\"usd\": \"1\"} | until must be at most 400 days after from",
                "bill.line | \"line\": \"7\", \"from\": \"2026-06-01T00:00:00Z\", \"until\": \"2026-06-02T00:00:00Z\", \"amount\": {\"usd\": \"1000000001\"} | amount must be at most a billion",
                "bill.line | \"line\": \"7\", \"from\": \"2026-06-01T00:00:00Z\", \"until\": \"2026-06-02T00:00:00Z\" | amount is required"
            })
    void aBrokenFactOfAJobOrABillIsRefusedWithFieldAndRule(String type, String data, String reason) throws Exception {
        assertThat(refusal(reader.single(stream(event(type, data))).getFirst())).contains(reason);
    }

    @Test
    void binaryModeTellsTheSame() throws Exception {
        var head = new EventReader.Head("1.0", "j17", "/lab", "io.gpuledger.job.recorded.v1");

        assertThat(reader.binary(head, stream(JOB))).isEqualTo(reader.single(stream(job())));
    }

    @Test
    void oneRefusedEventOfABatchRefusesNoOther() throws Exception {
        String bad = job().replace("\"from\": \"2026-06-01T09:00:00Z\"", "\"from\": \"2026-06-02T09:00:00Z\"");

        List<Told> told = reader.batch(stream("[" + job() + "," + bad + "," + job() + "]"));

        assertThat(told).hasSize(3);
        assertThat(told.get(0)).isInstanceOf(Told.Accepted.class);
        assertThat(refusal(told.get(1))).contains("until must not be before from");
        assertThat(told.get(2)).isEqualTo(told.get(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"1.0\"                          | \"0.3\"                           | specversion must be 1.0",
                "\"j17\"                          | \"\"                              | id must not be blank",
                "\"/lab\"                         | null                              | source must not be blank",
                "io.gpuledger.job.recorded.v1     | io.gpuledger.poll.completed.v1    | type must be one of",
                "io.gpuledger.job.recorded.v1     | io.gpuledger.posting.v1           | type must be one of",
                "io.gpuledger.job.recorded.v1     | com.example.other                 | type must be one of",
                "\"milliGpus\": 4000              | \"milliGpus\": -1                 | milliGpus must be from 0",
                "\"milliGpus\": 4000              | \"milliGpus\": \"many\"           | data.milliGpus",
                "\"at\": \"2026-06-01T11:30:00Z\" | \"at\": \"2027-06-01T11:30:00Z\"  | data.at must not lie more than 5 minutes",
                "\"owner\": \"lab\",              | \"\":1,                           | owner is required",
                "\"0.86\"                         | \"-0.86\"                         | pricePerGpuHour must not be negative"
            })
    void aBrokenEventIsRefusedWithFieldAndRule(String original, String changed, String reason) throws Exception {
        String event = job().replace(original, changed);
        assertThat(event).isNotEqualTo(job());

        assertThat(refusal(reader.single(stream(event)).getFirst())).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"data\": 5}", "[]", "\"text\"", "null"})
    void whatIsNoEventIsRefused(String body) throws Exception {
        assertThat(reader.single(stream(body))).singleElement().isInstanceOf(Told.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "{}", "[{},]", "[{}] more", "<html>", "[{\"id\": 1, \"id\": 2}]"})
    void aBatchThatIsNoneIsNotCloudEvents(String body) {
        assertThatThrownBy(() -> reader.batch(stream(body))).isInstanceOf(NotCloudEvents.class);
    }

    @Test
    void anEmptyBatchIsNothing() throws Exception {
        assertThat(reader.batch(stream("[]"))).isEmpty();
    }

    @Test
    void tenThousandEventsAreABatchAndOneMoreIsTooMany() throws Exception {
        List<String> most = Collections.nCopies(EventReader.EVENTS_MAX, "{}");

        assertThat(reader.batch(stream("[" + String.join(",", most) + "]"))).hasSize(EventReader.EVENTS_MAX);
        assertThatThrownBy(() -> reader.batch(stream("[" + String.join(",", most) + ",{}]")))
                .isInstanceOf(TooLarge.class)
                .hasMessageContaining("10000 events");
    }

    @Test
    void aBodyWithoutEndIsReadNoFurtherThanItsLimit() {
        InputStream endless = new InputStream() {
            private long read;

            @Override
            public int read() {
                assertThat(read).isLessThan(EventReader.BYTES_MAX + 100_000);
                return read++ == 0 ? '[' : ' ';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                for (int i = 0; i < length; i++) {
                    buffer[offset + i] = (byte) read();
                }
                return length;
            }
        };

        assertThatThrownBy(() -> reader.batch(endless))
                .isInstanceOf(TooLarge.class)
                .hasMessageContaining("16777216 bytes");
    }
}
