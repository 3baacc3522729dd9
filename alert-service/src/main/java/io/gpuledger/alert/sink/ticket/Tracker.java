package io.gpuledger.alert.sink.ticket;

import io.gpuledger.alert.wording.value.Subject;
import java.io.IOException;

/** A place that holds tickets. Each method is one step, tried once. */
public interface Tracker {

    /** How a ticket stands there. */
    enum Standing {
        OPEN,
        CLOSED,
        /** Closed by somebody who does not want it opened again. */
        UNWANTED,
        GONE
    }

    /**
     * What a new ticket says.
     *
     * @param subject for what else is written by templates
     */
    record Draft(String key, String title, String body, Subject subject) {}

    /** The reference of the newest open ticket with this key; an empty text where there is none. */
    Step<String> find(String key) throws InterruptedException, IOException;

    /** Its reference. */
    Step<String> create(Draft draft) throws InterruptedException, IOException;

    Step<Standing> standing(String reference) throws InterruptedException, IOException;

    Step<Boolean> comment(String reference, String text) throws InterruptedException, IOException;

    /** False where it is not to be closed, by the settings. */
    Step<Boolean> close(String reference, String text) throws InterruptedException, IOException;

    /** False where it is not to be opened again, by the settings. */
    Step<Boolean> reopen(String reference) throws InterruptedException, IOException;

    /** Whether {@link #find} may miss for a while what was just made. */
    boolean isSlowToFind();
}
