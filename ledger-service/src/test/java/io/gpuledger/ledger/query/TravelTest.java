package io.gpuledger.ledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.wire.Json;
import io.gpuledger.ledger.query.ask.PartitionQuestion;
import io.gpuledger.ledger.query.cost.CostQuestion;
import io.gpuledger.ledger.query.cost.Dimension;
import io.gpuledger.ledger.query.cost.Page;
import io.gpuledger.ledger.query.cost.Windows;
import io.gpuledger.ledger.query.explain.ExplainQuestion;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Questions and partial answers go from one instance to another as JSON, and arrive as they were. */
class TravelTest {

    private static final CostQuestion COSTS = new CostQuestion(
            Written.START,
            Written.START.plus(Duration.ofDays(20)),
            List.of(Dimension.OWNER, Dimension.POD),
            Map.of(Dimension.OWNER, "research"),
            new Windows(Windows.Length.of("1d"), ZoneId.of("Europe/Berlin")),
            Written.START.plus(Duration.ofDays(40)));

    @Property(tries = 40)
    void whatIsAskedAndAnsweredArrivesAsItWas(@ForAll @IntRange(max = 1_000_000) int seed) throws IOException {
        Shelf shelf = new Shelf(new Written(new Random(seed)).postings(12));

        for (PartitionQuestion<?> question : List.of(COSTS, new ExplainQuestion(COSTS, Page.FIRST))) {
            PartitionQuestion<?> arrived = travelled(question);
            assertThat(arrived).isEqualTo(question);
            for (Object part : shelf.ask(arrived)) {
                assertThat(travelled(part)).isEqualTo(part);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T travelled(T value) throws IOException {
        return (T) Json.mapper().readValue(Json.mapper().writeValueAsBytes(value), value.getClass());
    }
}
