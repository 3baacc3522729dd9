package io.gpuledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.ConfigCommand.Change;
import io.gpuledger.common.event.ConfigKind;
import io.gpuledger.common.event.ManagedBy;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ApplyCommandTest {

    private static final String FILE = """
            owners:
              - {owner: research, namePattern: "res-*"}
            budgets:
              - {name: research, owner: research, amount: 2500}
            rules:
              - {name: low, metric: balance, below: 10, severity: page}
            """;

    private final ToldLedger ledger = new ToldLedger();
    private StringWriter said = new StringWriter();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void whatAFileSaysIsMadeSoAndShown() throws IOException {
        assertThat(apply(FILE)).isZero();

        assertThat(said.toString())
                .contains("+ owners", "+ budget/research", "    + amount: 2500", "+ rule/low")
                .contains("3 to make, 0 to change, 0 to delete, 0 unchanged")
                .endsWith("applied" + System.lineSeparator());
        assertThat(ledger.resources).containsOnlyKeys("owners/owners", "budget/research", "rule/low");
    }

    @Test
    void theSameFileAgainChangesNothing() throws IOException {
        apply(FILE);

        assertThat(apply(FILE)).isZero();

        assertThat(said.toString().lines()).containsExactly("0 to make, 0 to change, 0 to delete, 3 unchanged");
    }

    @Test
    void aSectionIsWhatTheFileSaysAndWhatHasNoSectionIsLeftAlone() throws IOException {
        apply(FILE);

        assertThat(apply("budgets: [{name: vision, owner: vision, amount: 5}]\n"))
                .isZero();

        assertThat(said.toString()).contains("+ budget/vision", "- budget/research");
        assertThat(ledger.resources).containsOnlyKeys("owners/owners", "budget/vision", "rule/low");
    }

    @Test
    void aChangeShowsItsFields() throws IOException {
        apply(FILE);

        apply(FILE.replace("2500", "3000"));

        assertThat(said.toString()).contains("~ budget/research", "    ~ amount: 2500 -> 3000");
    }

    @Test
    void aDryRunChangesNothing() throws IOException {
        assertThat(run("apply", "-f", write(FILE), "--dry-run", "--url", ledger.address()))
                .isZero();

        assertThat(said.toString()).contains("+ budget/research").doesNotContain("applied");
        assertThat(ledger.resources).isEmpty();
    }

    @Test
    void aFileWithAnErrorIsOneLineAndNothingIsAsked() throws IOException {
        assertThat(run(
                        "apply",
                        "-f",
                        write("budgets: [{name: a, owner: b, amount: -1}]\n"),
                        "--url",
                        "http://127.0.0.1:1"))
                .isEqualTo(2);

        assertThat(said.toString()).contains("amount must be above zero").hasLineCount(1);
    }

    @Test
    void aFileThatIsNotThereIsOneLine() {
        assertThat(run("apply", "-f", folder.resolve("no.yaml").toString())).isEqualTo(2);

        assertThat(said.toString()).contains("no such file").hasLineCount(1);
    }

    @Test
    void whoeverWasFasterIsNotOverwritten() throws IOException {
        ledger.othersAreFaster = true;

        assertThat(apply(FILE)).isEqualTo(3);

        assertThat(said.toString()).contains("nothing was changed: ");
        assertThat(ledger.resources).isEmpty();
    }

    @Test
    void whatTheServicesOwnFileManagesIsChangedThere() throws IOException {
        ledger.keep(
                new Change(ConfigKind.BUDGET, "research", null, Map.of("owner", "research", "amount", 1), null),
                ManagedBy.FILE);

        assertThat(apply(FILE)).isEqualTo(3);

        assertThat(said.toString()).contains("budget/research is managed by the service's own file (gpu-ledger.yaml)");
    }

    @Test
    void nobodyThereIsExitCodeOne() throws IOException {
        assertThat(run("apply", "-f", write(FILE), "--url", "http://127.0.0.1:1"))
                .isEqualTo(1);
    }

    @Test
    void whatIsExportedIsAppliedUnchanged() throws IOException {
        apply(FILE);
        Path exported = folder.resolve("exported.yaml");
        run("export", "-o", exported.toString(), "--url", ledger.address());

        assertThat(run("apply", "-f", exported.toString(), "--url", ledger.address()))
                .isZero();

        assertThat(said.toString().lines()).containsExactly("0 to make, 0 to change, 0 to delete, 3 unchanged");
    }

    @Test
    void diffShowsWhatApplyWouldDo() throws IOException {
        assertThat(run("config", "diff", "-f", write(FILE), "--url", ledger.address()))
                .isZero();

        assertThat(said.toString()).contains("+ budget/research").doesNotContain("applied");
    }

    private int apply(String yaml) throws IOException {
        return run("apply", "-f", write(yaml), "--url", ledger.address());
    }

    private String write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("wanted.yaml"), yaml).toString();
    }

    private int run(String... arguments) {
        said = new StringWriter();
        CommandLine command = Main.commandLine();
        command.setErr(new PrintWriter(said, true)).setOut(new PrintWriter(said, true));
        return command.execute(arguments);
    }
}
