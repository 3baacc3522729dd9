package io.gpuledger.alert.desk;

import io.gpuledger.alert.group.Group;
import io.gpuledger.alert.group.Shelf;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Withheld;
import io.gpuledger.common.event.Withheld.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notices when an alert begins to be kept quiet in a group, by something else than before, or no more. */
final class Withholding {

    private final Shelf<Withheld> shelf;

    Withholding(Shelf<Withheld> shelf) {
        this.shelf = shelf;
    }

    /** @param reasons by fingerprint, of those alerts that have any */
    List<Withheld> changes(Group group, String receiver, Sight sight, Map<String, List<Reason>> reasons) {
        List<Withheld> changes = new ArrayList<>();
        for (Alert alert : sight.alerts()) {
            String key = key(group, alert);
            @Nullable Withheld last = shelf.get(key);
            List<Reason> now =
                    alert.isResolvedAt(sight.at()) ? List.of() : reasons.getOrDefault(alert.fingerprint(), List.of());
            if (!now.equals(last == null ? List.of() : last.reasons())) {
                Withheld change =
                        new Withheld(alert.fingerprint(), sight.at(), receiver, group.key(), alert.labels(), now);
                keep(key, change);
                changes.add(change);
            }
        }
        return changes;
    }

    private void keep(String key, Withheld change) {
        if (change.reasons().isEmpty()) {
            shelf.remove(key);
        } else {
            shelf.put(key, change);
        }
    }

    /** For a routing that has changed: what is kept quiet is said anew. */
    void forgetAll() {
        List<String> keys = new ArrayList<>();
        shelf.forEach((key, withheld) -> keys.add(key));
        keys.forEach(shelf::remove);
    }

    private static String key(Group group, Alert alert) {
        return group.id() + "\u0000" + alert.fingerprint();
    }
}
