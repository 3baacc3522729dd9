package io.gpuledger.common.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.HourlyRate;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverheadTest {

    @Test
    void hardwareIsWrittenOffOverItsCalendarYears() throws Exception {
        Overhead dgx = overhead("kind: hardware, amount: 35064, from: 2026-01-01T00:00:00Z, lifeYears: 4");

        assertThat(dgx.ends()).isEqualTo(Instant.parse("2030-01-01T00:00:00Z"));
        assertThat(dgx.rate()).isEqualTo(HourlyRate.ofDollars("1"));
    }

    @Test
    void aScopeNamesWhoeverIsInAllItsLists() throws Exception {
        Overhead.Among among = overhead("kind: power, perHour: 3, scope: {owners: [a, b], clusters: [dgx]}")
                .among();

        assertThat(among.holds("a", "runpod/main", "dgx", null)).isTrue();
        assertThat(among.holds("c", "runpod/main", "dgx", null)).isFalse();
        assertThat(among.holds("a", "runpod/main", null, null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "kind: power; perHour, amount needs exactly one of the two",
                "kind: power, perHour: 0; perHour must be above zero",
                "kind: power, perHour: -1; perHour must be above zero",
                "kind: hardware, amount: 5, lifeYears: 3; from is required with amount",
                "kind: hardware, amount: 5, from: 2026-01-01T00:00:00Z; until, lifeYears needs exactly one",
                "kind: hardware, amount: 5, from: 2026-01-01T00:00:00Z, lifeYears: 51; lifeYears must be from 1 to 50",
                "kind: power, perHour: 1, lifeYears: 2; lifeYears belongs to amount",
                "kind: power, perHour: 1, shareBy: fixed; shares belong to shareBy: fixed",
                "kind: power, perHour: 1, shares: {a: 1}; shares belong to shareBy: fixed",
                "kind: power, perHour: 1, shareBy: fixed, shares: {a: 0}; shares.a must be above zero",
                "kind: rent, perHour: 1; must be one of hardware, power",
                "kind: power, perHour: 1, from: 2026-01-02T00:00:00Z, until: 2026-01-01T00:00:00Z; until must be after",
                "kind: power, perHour: 1, scope: {teams: [a]}; unknown field 'teams'"
            })
    void nonsenseIsRefusedByFieldAndRule(String fields, String why) {
        assertThatThrownBy(() -> overhead(fields)).hasMessageContaining(why);
    }

    @Test
    void aPlannedWindowRaisesAPlanForAWhile() throws Exception {
        PlannedWindow window = plan("scope: owner/research, factor: 3");

        assertThat(window.of()).isEqualTo(Scope.owner("research"));
        assertThat(window.holdsAt(Instant.parse("2026-12-01T00:00:00Z").toEpochMilli()))
                .isTrue();
        assertThat(window.holdsAt(Instant.parse("2026-12-05T00:00:00Z").toEpochMilli()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "scope: research, factor: 3; scope must be owner/NAME",
                "scope: owner/a, factor: 1; factor must be above 1",
                "scope: owner/a; perHour, factor needs exactly one of the two",
                "factor: 2; scope is required"
            })
    void aPlanThatPlansNothingIsRefused(String fields, String why) {
        assertThatThrownBy(() -> plan(fields)).hasMessageContaining(why);
    }

    @Test
    void meteringKeepsItsBounds() throws Exception {
        assertThatThrownBy(() -> ConfigFile.parse("f", "metering: {hold: 36d}"))
                .hasMessageContaining("hold must be from 0 to 35d");
        assertThatThrownBy(() -> ConfigFile.parse("f", "metering: {plausibleFactor: 1}"))
                .hasMessageContaining("plausibleFactor must be above 1");
    }

    private static Overhead overhead(String fields) throws ConfigFile.Refused {
        return ConfigFile.parse("f", "overheads:\n  - {name: x, " + fields + "}\n")
                .overheads()
                .getFirst();
    }

    private static PlannedWindow plan(String fields) throws ConfigFile.Refused {
        return ConfigFile.parse(
                        "f",
                        "plans:\n  - {name: x, from: 2026-12-01T00:00:00Z, until: 2026-12-05T00:00:00Z, " + fields
                                + "}\n")
                .plans()
                .getFirst();
    }
}
