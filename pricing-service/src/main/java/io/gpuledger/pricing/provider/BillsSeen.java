package io.gpuledger.pricing.provider;

import io.gpuledger.common.event.BillLine;
import java.util.List;

/** The lines of a provider's bill: those that could be read, and those that could not. */
public record BillsSeen(List<BillLine> lines, List<UnreadableLine> unreadable) {

    /** @param json the line as it came; bills hold no secret */
    public record UnreadableLine(String reason, String json) {}

    public BillsSeen {
        lines = List.copyOf(lines);
        unreadable = List.copyOf(unreadable);
    }
}
