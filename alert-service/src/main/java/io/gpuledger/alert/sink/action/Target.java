package io.gpuledger.alert.sink.action;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Notification.Told;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an action is aimed at, and the alerts that ask for it.
 *
 * @param id the provider's id of a pod or endpoint; absent means every pod of the account
 * @param owner with no id: only this owner's pods
 * @param name what a pod is called, where the alert says so
 */
record Target(
        AccountRef account,
        @Nullable String id,
        @Nullable String owner,
        @Nullable String name,
        List<Told> alerts) {

    /** Two of one key are one. */
    String key() {
        return account + "\u0000" + id + "\u0000" + owner;
    }
}
