package io.gpuledger.ledger.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeasuresPageTest {

    private static final Path PAGE = Path.of("../docs/reference/measures.md");

    @Test
    void everyMeasureStandsOnThePageWithItsUnitAndEveryRowIsAMeasure() throws IOException {
        List<String> rows = Files.readString(PAGE)
                .lines()
                .filter(line -> line.startsWith("| M"))
                .map(line -> Stream.of(line.split("\\|"))
                        .skip(1)
                        .limit(3)
                        .map(String::strip)
                        .toList())
                .map(cells -> String.join(" ", cells))
                .toList();

        assertThat(rows)
                .as("docs/reference/measures.md: a row for each measure, with its number, word and unit")
                .containsExactlyElementsOf(Arrays.stream(Measure.values())
                        .map(measure -> measure.metric() + " `" + measure.word() + "` " + measure.unit())
                        .toList());
    }
}
