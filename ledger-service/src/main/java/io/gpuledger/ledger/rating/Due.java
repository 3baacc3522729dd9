package io.gpuledger.ledger.rating;

import java.util.List;

/** All that is due for a resource. Each stage of rating takes what is due so far and gives what is due with its facts. */
public record Due(List<Stretch> stretches, List<Impulse> impulses) {

    public Due {
        stretches = List.copyOf(stretches);
        impulses = List.copyOf(impulses);
    }

    /** Nothing is due. */
    public static final Due NOTHING = new Due(List.of(), List.of());

    static Due of(List<Stretch> stretches) {
        return new Due(stretches, List.of());
    }
}
