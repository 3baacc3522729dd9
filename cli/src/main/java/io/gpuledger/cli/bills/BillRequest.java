package io.gpuledger.cli.bills;

import io.gpuledger.cli.jobs.Times;
import io.gpuledger.common.event.AccountRef;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What is brought in, and how it is to be read.
 *
 * @param toldAt of two tellings of one line the later is true
 */
public record BillRequest(Path file, AccountRef account, BillColumns columns, Times times, Instant toldAt) {}
