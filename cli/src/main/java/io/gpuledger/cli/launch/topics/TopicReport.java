package io.gpuledger.cli.launch.topics;

import java.util.List;

/**
 * What came of applying topics.
 *
 * @param created names of topics that are new
 * @param unchanged how many were there already, as they should be
 * @param differences one line for each setting of an existing topic that is not as it should be
 */
public record TopicReport(List<String> created, int unchanged, List<String> differences) {}
