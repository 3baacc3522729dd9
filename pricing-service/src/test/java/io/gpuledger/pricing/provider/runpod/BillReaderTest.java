package io.gpuledger.pricing.provider.runpod;

import static io.gpuledger.pricing.provider.runpod.Fixtures.ACCOUNT;
import static io.gpuledger.pricing.provider.runpod.Fixtures.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.value.Money;
import io.gpuledger.pricing.provider.BillsSeen;
import io.gpuledger.pricing.provider.FetchOutcome;
import io.gpuledger.pricing.provider.FetchOutcome.Fetched;
import io.gpuledger.pricing.provider.Provider.Range;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BillReaderTest {

    private static final Instant AT = Instant.parse("2026-06-02T03:10:00Z");
    private static final Range JUNE =
            new Range(Instant.parse("2026-06-01T00:00:00Z"), Instant.parse("2026-06-02T00:00:00Z"));
    private static final String HOUR = """
            {"startTime": "2026-06-01T07:00:00Z", "endTime": "2026-06-01T08:00:00Z", "podId": "7h9k2m4n6p",
             "totalAmount": 0.1234567890123, "gpuAmount": 0.11, "cpuAmount": 0, "diskAmount": 0.0134567890123}""";

    private static FetchOutcome<BillsSeen> outcome(String body) {
        return new BillReader(ACCOUNT, JUNE, AT).read(json(body));
    }

    private static BillsSeen read(String body) {
        return ((Fetched<BillsSeen>) outcome(body)).value();
    }

    private static BillsSeen record(String record) {
        return read("{\"records\": [" + record + "]}");
    }

    @Test
    void aRecordOfRestV2IsALineWithEveryDigitOfItsAmount() {
        assertThat(record(HOUR).lines())
                .containsExactly(new BillLine(
                        ACCOUNT,
                        "7h9k2m4n6p/2026-06-01T07:00:00Z/PT1H",
                        AT,
                        "7h9k2m4n6p",
                        BillLine.Kind.USAGE,
                        Instant.parse("2026-06-01T07:00:00Z"),
                        Instant.parse("2026-06-01T08:00:00Z"),
                        Money.ofDollars("0.1234567890123"),
                        null,
                        null,
                        null));
    }

    @Test
    void aRecordOfRestV1IsTheSameLine() {
        BillsSeen seen = read("""
                [{"amount": 0.1234567890123, "timeBilledMs": 3600000, "diskSpaceBilledGB": 600, "podId": "7h9k2m4n6p",
                  "time": "2026-06-01 07:00:00"}]""");

        assertThat(seen.lines()).isEqualTo(record(HOUR).lines());
    }

    @Test
    void anHourThatWasNotAskedForIsLeftOut() {
        assertThat(record(HOUR.replace("06-01T", "06-02T")).lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.1234567890123      | null         | totalAmount must be a decimal",
                "0.1234567890123      | true         | totalAmount must be a decimal",
                "0.1234567890123      | 9999999999   | amount must be at most a billion",
                "2026-06-01T07:00:00Z | last Monday  | startTime must be a time",
                "2026-06-01T08:00:00Z | 2026-06-01T06:00:00Z | until must be after from"
            })
    void aRecordThatCannotBeReadIsKeptWithItsReason(String original, String changed, String reason) {
        BillsSeen seen = record(HOUR.replace(original, changed));

        assertThat(seen.lines()).isEmpty();
        assertThat(seen.unreadable())
                .singleElement()
                .satisfies(line -> assertThat(line.reason()).contains(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"records\": null}", "{\"records\": {}}"})
    void anAnswerWithoutAListIsNoAnswer(String body) {
        assertThat(outcome(body).failure()).isNotNull();
    }
}
