package io.gpuledger.ledger.keeping;

import io.gpuledger.common.event.ConfigDecided;
import io.gpuledger.common.event.ConfigEntry;
import java.util.List;

/**
 * What came of a command.
 *
 * @param told what everybody is told, in this order; empty where nothing was changed
 */
public record Verdict(ConfigDecided decided, List<ConfigEntry> told) {}
