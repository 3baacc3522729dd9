package io.gpuledger.cli;

import picocli.CommandLine.Command;

/** Records that others have. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Bring in records from files.",
        subcommands = {ImportJobsCommand.class, ImportBillsCommand.class})
final class ImportCommand {}
