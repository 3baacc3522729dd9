package io.gpuledger.alert.sink;

import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Receipt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Receipts in memory, which can be made to fail as a crash does: what was to be kept is not. */
public final class MemoryReceipts implements Receipts {

    private final Map<String, Receipt> kept = new LinkedHashMap<>();
    private final List<Receipt> all = new ArrayList<>();
    private boolean crashing;

    /** Stands for the end of the process. */
    public static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public Optional<Receipt> of(Notification said) {
        return Optional.ofNullable(kept.get(Receipt.keyOf(said)));
    }

    @Override
    public void keep(Receipt receipt) {
        if (crashing && receipt.state() != Receipt.State.INTENDED) {
            crashing = false;
            throw new Crash();
        }
        kept.put(receipt.key(), receipt);
        all.add(receipt);
    }

    public void crashBeforeTheNextIsKept() {
        crashing = true;
    }

    public List<Receipt.State> states() {
        return all.stream().map(Receipt::state).toList();
    }
}
