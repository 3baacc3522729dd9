package io.gpuledger.cli.jobs;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.value.HourlyRate;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is brought in, and how it is to be read.
 *
 * @param times how times are written
 * @param pricePerGpuHour absent means unpriced
 * @param from when jobs without a start began; absent means the first instant of the file
 * @param until when jobs without an end ended; absent means the last instant of the file
 * @param recordedAt of two records of one job the later recorded is true
 */
public record ImportRequest(
        Path file,
        AccountRef account,
        Columns columns,
        Times times,
        @Nullable HourlyRate pricePerGpuHour,
        @Nullable String sku,
        @Nullable Instant from,
        @Nullable Instant until,
        Instant recordedAt) {}
