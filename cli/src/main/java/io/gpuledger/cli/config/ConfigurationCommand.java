package io.gpuledger.cli.config;

import picocli.CommandLine.Command;

/** The configuration that is in force. */
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = "Look at the configuration that is in force.",
        subcommands = ConfigDiffCommand.class)
public final class ConfigurationCommand {}
