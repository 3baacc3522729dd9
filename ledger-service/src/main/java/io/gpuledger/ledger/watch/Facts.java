package io.gpuledger.ledger.watch;

import io.gpuledger.common.event.Crossing.Contributor;
import io.gpuledger.common.event.PodTold;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.books.Lines;
import io.gpuledger.ledger.burn.Balance;
import io.gpuledger.ledger.forecast.Profile;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where what rules look at comes from; what is not known is absent, and no rule fires or clears on it. */
public interface Facts {

    Lines lines(Scope scope);

    /** How the scope spends on each day of the week. */
    default Profile profile(Scope scope, ZoneId zone, long at) {
        return Profile.at(lines(scope), zone, at);
    }

    /** The resources behind the cost of the span before an instant, largest first. */
    default List<Contributor> contributors(Scope scope, long until, Duration span) {
        return List.of();
    }

    default @Nullable Balance balance(Scope account) {
        return null;
    }

    /** Polls in a row that brought no answer. */
    default @Nullable Integer pollsFailed(Scope account) {
        return null;
    }

    /** The instant of the last poll that was answered, epoch milliseconds. */
    default @Nullable Long answeredAt(Scope account) {
        return null;
    }

    default Collection<PodTold> pods(Scope account) {
        return List.of();
    }

    /** Those that do not run, or run idle: few of many. */
    default Collection<PodTold> notBusy(Scope account) {
        return pods(account).stream().filter(pod -> !pod.isBusy()).toList();
    }

    default @Nullable PodTold pod(Scope account, String id) {
        return pods(account).stream()
                .filter(pod -> pod.resource().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** The price per GPU-hour that is assumed for a GPU model. */
    default @Nullable HourlyRate assumed(String sku) {
        return null;
    }

    /** What belongs to nobody, of everything. */
    default @Nullable Money unattributed(long from, long until) {
        return null;
    }

    /** Difference of bills and meter in percent of what was billed since an instant. */
    default @Nullable BigDecimal chargebackError(Scope account, long since) {
        return null;
    }

    /** Events of the hour before an instant that could not be used. */
    default @Nullable Long deadLetters(long at) {
        return null;
    }

    /** Minutes by the machine's clock for which ledger time has not moved. */
    default @Nullable Integer stalledMinutes() {
        return null;
    }
}
