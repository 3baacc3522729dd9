package io.gpuledger.cli;

import io.gpuledger.cli.bills.ImportBillsCommand;
import picocli.CommandLine.Command;

/** Records that others have. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Bring in records from files.",
        subcommands = {ImportJobsCommand.class, ImportBillsCommand.class})
final class ImportCommand {}
