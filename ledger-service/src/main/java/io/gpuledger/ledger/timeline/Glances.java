package io.gpuledger.ledger.timeline;

import io.gpuledger.common.event.AccountRef;
import org.jspecify.annotations.Nullable;

/** How live pods were last seen. */
public interface Glances {

    /** How a pod that was live at the end of its timeline was last seen, without reading its timeline; none for any other. */
    Pod.@Nullable Glance glance(AccountRef account, String id);
}
