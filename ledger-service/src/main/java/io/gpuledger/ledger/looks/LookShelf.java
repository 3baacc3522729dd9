package io.gpuledger.ledger.looks;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.PodTold;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Where looks are remembered, and what was told of pods. */
public interface LookShelf {

    /**
     * One that was never looked at where nothing is known of it.
     *
     * @param number of the pod, by which it is found sooner
     */
    Watched watched(AccountRef account, String pod, int number);

    /** What the looks at it come to has changed. */
    void changed(AccountRef account, String pod, Watched watched);

    /** No look is expected for a while. */
    void rest(AccountRef account, String pod, int number);

    @Nullable PodTold told(AccountRef account, String pod);

    void keep(PodTold told);

    /** The sum of a cell and an hour; zero where there is none. */
    HourSum sum(Cell cell, long hour);

    /** It has changed. */
    void changed(HourSum sum);

    /** Sums of hours that begin before an instant and are more than was told of them. */
    Collection<HourSum> unsaid(long before);

    /** Forgets the hours of an account that begin before an instant. */
    void forgetHoursBefore(AccountRef account, long before);
}
