package io.gpuledger.cli;

import picocli.CommandLine.Command;

/** The topics on a Kafka of one's own. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        description = "Create the topics on your own Kafka.",
        subcommands = TopicsApplyCommand.class)
final class TopicsCommand {}
