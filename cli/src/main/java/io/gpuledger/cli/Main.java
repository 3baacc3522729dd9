package io.gpuledger.cli;

import io.gpuledger.cli.acks.AckCommand;
import io.gpuledger.cli.actions.ActionsCommand;
import io.gpuledger.cli.alone.AlertmanagerCommand;
import io.gpuledger.cli.archive.ArchiveCommand;
import io.gpuledger.cli.config.ApplyCommand;
import io.gpuledger.cli.config.ConfigurationCommand;
import io.gpuledger.cli.config.ExportCommand;
import io.gpuledger.cli.launch.place.CannotStart;
import io.gpuledger.cli.letters.DeadLettersCommand;
import io.gpuledger.cli.service.Output;
import io.gpuledger.cli.service.Refused;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** {@code ./gpu-ledger}: finds the command, runs it, and turns what went wrong into a line and an exit code. */
@Command(
        name = "./gpu-ledger",
        description = "What your GPUs cost now, who spends it, and how long the money lasts.",
        synopsisHeading = "%nUsage: ",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nTo begin:%n",
        footer = {
            "  ./gpu-ledger up                          try it on a simulated provider",
            "  RUNPOD_API_KEY=... ./gpu-ledger up       watch your RunPod account",
            "  ./gpu-ledger up --help                   every option of a command",
            "  ./gpu-ledger test                        run every test of the source tree"
        },
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            ImportCommand.class,
            ApplyCommand.class,
            ExportCommand.class,
            ConfigurationCommand.class,
            ActionsCommand.class,
            DeadLettersCommand.class,
            AckCommand.class,
            TopicsCommand.class,
            SimulateCommand.class,
            AlertmanagerCommand.class,
            ArchiveCommand.class,
            VersionCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main {

    static final int BAD_INPUT = 2;
    static final int FAILED = 1;

    /** Set by the script where the output is a terminal. */
    static final String TERMINAL = "gpu-ledger.terminal";

    private Main() {}

    public static void main(String[] args) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
        System.exit(run(args));
    }

    static int run(String... args) {
        CommandLine commandLine = commandLine();
        if (args.length == 0) {
            commandLine.usage(commandLine.getOut());
            return 0;
        }
        return commandLine.execute(args);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Main::say)
                .setExecutionExceptionHandler((problem, command, parsed) -> say(problem, command));
    }

    /** Where a command writes. */
    static PrintWriter out(@Nullable CommandSpec spec) {
        return Output.of(spec);
    }

    private static int say(ParameterException problem, String[] args) {
        CommandLine command = problem.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(String.valueOf(problem.getMessage()).lines().findFirst().orElse("") + " (see "
                + command.getCommandSpec().qualifiedName() + " --help)");
        return BAD_INPUT;
    }

    private static int say(Exception problem, CommandLine command) throws Exception {
        if (problem instanceof CannotStart) {
            command.getErr().println(problem.getMessage());
            return BAD_INPUT;
        }
        if (problem instanceof Refused refused) {
            command.getErr().println(refused.getMessage());
            return refused.exitCode();
        }
        throw problem;
    }
}
