package io.gpuledger.alert.mute;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.alert.routing.RoutingReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeIntervalTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            weekdays: ['monday:friday'], times: [{start_time: '09:00', end_time: '17:00'}] | 2026-03-02T09:00:00Z | true
            weekdays: ['monday:friday'], times: [{start_time: '09:00', end_time: '17:00'}] | 2026-03-02T16:59:59Z | true
            weekdays: ['monday:friday'], times: [{start_time: '09:00', end_time: '17:00'}] | 2026-03-02T17:00:00Z | false
            weekdays: ['monday:friday'], times: [{start_time: '09:00', end_time: '17:00'}] | 2026-03-01T09:00:00Z | false
            weekdays: ['saturday', 'sunday']            | 2026-03-01T12:00:00Z | true
            times: [{start_time: '00:00', end_time: '24:00'}] | 2026-03-02T23:59:59Z | true
            days_of_month: ['-3:-1']                    | 2026-02-25T23:59:00Z | false
            days_of_month: ['-3:-1']                    | 2026-02-26T00:00:00Z | true
            days_of_month: ['1:31'], months: [june]     | 2026-06-30T00:00:00Z | true
            days_of_month: ['31']                       | 2026-06-30T00:00:00Z | false
            days_of_month: ['25:-1']                    | 2026-02-28T00:00:00Z | true
            months: ['11:12', january]                  | 2026-01-15T00:00:00Z | true
            months: ['may:august'], years: ['2026:2027'] | 2028-05-01T00:00:00Z | false
            years: ['1999', '2026']                     | 2026-05-01T00:00:00Z | true
            times: [{start_time: '09:00', end_time: '17:00'}], location: Australia/Sydney | 2026-11-01T21:59:00Z | false
            times: [{start_time: '09:00', end_time: '17:00'}], location: Australia/Sydney | 2026-11-01T22:00:00Z | true
            days_of_month: ['-1'], location: America/New_York | 2026-04-01T03:30:00Z | true
            days_of_month: ['-1'], location: America/New_York | 2026-04-01T04:00:00Z | false
            """)
    void holdsAnInstantOrNot(String fields, Instant instant, boolean inside) {
        String file = """
                route: {receiver: d}
                receivers: [{name: d}]
                time_intervals: [{name: x, time_intervals: [{%s}]}]
                """.formatted(fields);
        Calendar calendar =
                RoutingReader.read("routing.yaml", file, Path.of("")).plan().calendar();

        assertThat(calendar.quieting(List.of("x"), List.of(), instant)).hasSize(inside ? 1 : 0);
    }
}
