package io.gpuledger.ledger.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.HourlyRate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

@Label("a sight")
class SightTest {

    private static final Instant AT = Instant.parse("2026-11-21T08:00:00Z");
    static final int FIELDS = 14;

    /** One of two values for each field. */
    private static PodObserved told(List<Integer> choices) {
        return new PodObserved(
                new AccountRef("runpod", "main"),
                "pod-1",
                AT.plusSeconds(choices.get(0)),
                choices.get(1) == 0 ? PodState.RUNNING : PodState.GONE,
                choices.get(2) == 0 ? null : AT,
                choices.get(3) == 0 ? "a" : "b",
                choices.get(4) == 0 ? null : "NVIDIA L4",
                1_000 + choices.get(5),
                choices.get(6) == 0 ? Tier.SPOT : Tier.ON_DEMAND,
                choices.get(7) == 0 ? null : "cluster",
                choices.get(8) == 0 ? null : HourlyRate.ofDollars("0.43"),
                new HourlyRate(choices.get(9)),
                new HourlyRate(choices.get(10)),
                choices.get(11),
                choices.get(12) == 0 ? Map.of() : Map.of("team", "a"),
                choices.get(13) == 0 ? null : AT);
    }

    @Property
    void isToldByWhatMakesTheSameSightUnlessItIsGone(
            @ForAll @Size(FIELDS) List<@IntRange(max = 1) Integer> choices,
            @ForAll @IntRange(max = FIELDS - 1) int other) {
        Sight sight = Sight.of(told(choices));
        List<Integer> differently = new ArrayList<>(choices);
        differently.set(other, 1 - choices.get(other));

        for (PodObserved event : List.of(told(choices), told(differently))) {
            assertThat(sight.isToldBy(event)).isEqualTo(!sight.isGone() && sight.sameAs(Sight.of(event)));
        }
    }
}
