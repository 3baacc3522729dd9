package io.gpuledger.ledger.looks;

import io.gpuledger.ledger.timeline.Glances;
import io.gpuledger.ledger.timeline.Pod;
import org.jspecify.annotations.Nullable;

/// what is said of a pod -> the pod, looked for once, and again when it was seen otherwise
public final class Finder {

    private final Glances glances;
    private final LookShelf shelf;

    /** By which it knows what it found itself; nothing that outlives it holds more of it. */
    private final Object self = new Object();

    public Finder(Glances glances, LookShelf shelf) {
        this.glances = glances;
        this.shelf = shelf;
    }

    /** How the pod was last seen, which is as is said; none where no live pod was last seen so. */
    public Pod.@Nullable Glance glance(Saying said) {
        Pod.Glance known = said.glance(self);
        return known == null ? find(said) : known;
    }

    private Pod.@Nullable Glance find(Saying said) {
        String pod = said.like().pod();
        Pod.Glance found = glances.glance(said.account(), pod);
        if (found == null || !found.isToldBy(said.like())) {
            return null;
        }
        said.found(self, found, shelf.watched(said.account(), pod, found.number()));
        return found;
    }
}
