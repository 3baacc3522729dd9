package io.gpuledger.ledger.overhead;

import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Posting;
import io.gpuledger.common.event.PriceSource;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.HourlyRate;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Changes of rates, added up by cell and instant, so that hours shared alike leave nothing between them. */
final class ShareSteps {

    private record Place(Cell cell, long at, boolean estimated) {}

    private static final Comparator<Place> ORDER = Comparator.comparingLong(Place::at)
            .thenComparing(Place::estimated)
            .thenComparing(Place::cell, Usage.CELL_ORDER);

    private final Map<Place, Long> changes = new TreeMap<>(ORDER);

    /** In place of the shares that were posted, those that are due. */
    void replace(Collection<Share> posted, Collection<Share> due) {
        posted.forEach(share -> add(share, -share.nanoDollars()));
        due.forEach(share -> add(share, share.nanoDollars()));
    }

    private void add(Share share, long nanoDollars) {
        change(new Place(share.cell(), share.from(), share.estimated()), nanoDollars);
        if (share.until() != Stretch.OPEN) {
            change(new Place(share.cell(), share.until(), share.estimated()), -nanoDollars);
        }
    }

    private void change(Place place, long by) {
        changes.merge(place, by, (a, b) -> Math.addExact(a, b) == 0 ? null : a + b);
    }

    /**
     * Posts the changes, in time order. What lies in hours that were shared before is a correction, known now; the rest is
     * known when it takes effect, so that an estimate and what takes its place leave nothing between them.
     */
    void post(Standing before, long closed, Consumer<Posting> out) {
        int number = 0;
        for (Map.Entry<Place, Long> change : changes.entrySet()) {
            Place place = change.getKey();
            Instant at = Instant.ofEpochMilli(place.at);
            boolean correction = !before.isUntouched() && place.at < before.until();
            String cause = OwnCell.resource(before.name()) + "@" + (closed + number++);
            for (Scope scope : Scope.of(place.cell)) {
                out.accept(new Posting(
                        scope,
                        place.cell,
                        OwnCell.resource(before.name()),
                        before.name(),
                        null,
                        null,
                        at,
                        correction ? Instant.ofEpochMilli(closed) : at,
                        new HourlyRate(change.getValue()),
                        0,
                        0,
                        null,
                        place.estimated,
                        null,
                        PriceSource.AMORTISED,
                        cause));
            }
        }
    }
}
