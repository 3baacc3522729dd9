package io.gpuledger.ledger.keeping;

import io.gpuledger.common.event.ConfigChanged;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Where the keeper keeps the resources; what was deleted stays, so that its version and who deleted it are known. */
public interface Shelf {

    @Nullable ConfigChanged of(String key);

    Collection<ConfigChanged> all();

    void keep(ConfigChanged resource);
}
