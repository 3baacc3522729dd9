package io.gpuledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ImportJobsCommandTest {

    private static final String MAP = "id=a,owner=b,gpus=c,start=d,end=e";

    private final StringWriter said = new StringWriter();

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("jobs.csv"), "a,b,c,d,e\n1,x,1,1,2\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--url=nowhere                | --url must be an address",
                "--url=ftp://127.0.0.1/       | --url must be an address",
                "--price-per-gpu-hour=cheap   | rate must be a decimal number",
                "--from=soon                  | --from or --until: 'soon' is neither seconds nor an ISO time",
                "--from=9 --until=8           | --until 1970-01-01T00:00:08Z is before --from",
                "--provider=a/b               | account.provider must not contain '/'",
                "--epoch=yesterday            | Invalid value for option '--epoch'"
            })
    void badInputIsOneLine(String options, String line) {
        List<String> arguments = new ArrayList<>(List.of(file.toString(), "--account=a", "--map=" + MAP));
        arguments.addAll(List.of(options.split(" ")));

        assertThat(run(arguments)).isEqualTo(Main.BAD_INPUT);
        assertThat(said.toString().lines())
                .singleElement()
                .satisfies(said -> assertThat(said).startsWith(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id=a,owner=b,gpus=c,start=d       | --map: end=COL is missing",
                "id=a,id=b                         | --map: id needs exactly one column",
                "name=a                            | --map: 'name=a' is not one of",
                "id=a,owner=b,gpus=c,start=d,end=z | the file has no column 'z' for end"
            })
    void aMapThatDoesNotFitIsOneLine(String map, String line) {
        assertThat(run(List.of(file.toString(), "--account=a", "--map=" + map))).isEqualTo(Main.BAD_INPUT);
        assertThat(said.toString()).startsWith(line).hasLineCount(1);
    }

    @Test
    void theFileThatIsReadIsNotOverwrittenWithItsRejects() throws IOException {
        assertThat(run(List.of(file.toString(), "--account=a", "--map=" + MAP, "--rejects=" + file)))
                .isEqualTo(Main.BAD_INPUT);
        assertThat(file).content().startsWith("a,b,c,d,e");
    }

    @Test
    void aFileThatIsNotThereIsOneLine() {
        Path missing = folder.resolve("missing.csv");

        assertThat(run(List.of(missing.toString(), "--account=a", "--map=" + MAP)))
                .isEqualTo(Main.BAD_INPUT);
        assertThat(said.toString()).isEqualToIgnoringNewLines(missing + ": there is no such file");
    }

    private int run(List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("import", "jobs"));
        all.addAll(arguments);
        CommandLine command = Main.commandLine();
        command.setErr(new PrintWriter(said, true)).setOut(new PrintWriter(said, true));
        return command.execute(all.toArray(String[]::new));
    }
}
