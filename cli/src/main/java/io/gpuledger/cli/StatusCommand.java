package io.gpuledger.cli;

import io.gpuledger.cli.launch.process.Readiness;
import io.gpuledger.cli.launch.process.Residence;
import io.gpuledger.cli.launch.process.RunFile;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What runs, whether it works, and how much memory it takes. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Show what runs and whether it works.",
        footer = {"", "Exit codes: 0 everything works, 1 something does not or nothing runs."})
final class StatusCommand implements Callable<Integer> {

    private static final String ROW = "%-16s %-9s %8s %9s %10s  %s%n";

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final RunningFolder running = new RunningFolder();

    @Override
    public Integer call() {
        List<RunFile> files = RunFile.all(running.folder().run());
        PrintWriter out = Main.out(spec);
        if (files.isEmpty()) {
            out.println("nothing runs in " + running.folder().root() + "; start it with ./gpu-ledger up");
            return Main.FAILED;
        }
        out.printf(Locale.ROOT, ROW, "", "", "pid", "up for", "memory", "");
        boolean wellAll = true;
        for (RunFile file : files) {
            boolean well = file.process().isPresent() && Readiness.isReady(file.ready());
            wellAll &= well;
            print(out, file, well);
        }
        return wellAll ? 0 : Main.FAILED;
    }

    private static void print(PrintWriter out, RunFile file, boolean well) {
        boolean alive = file.process().isPresent();
        out.printf(
                Locale.ROOT,
                ROW,
                file.name(),
                well ? "ready" : alive ? "not ready" : "dead",
                file.pid(),
                alive ? upFor(Duration.between(file.started(), Instant.now())) : "-",
                alive ? Residence.megabytes(file.pid()).map(mb -> mb + " MB").orElse("?") : "-",
                file.ready().getAuthority());
    }

    private static String upFor(Duration time) {
        return time.toHours() > 0
                ? time.toHours() + "h" + time.toMinutesPart() + "m"
                : time.toMinutes() > 0 ? time.toMinutes() + "m" + time.toSecondsPart() + "s" : time.toSeconds() + "s";
    }
}
