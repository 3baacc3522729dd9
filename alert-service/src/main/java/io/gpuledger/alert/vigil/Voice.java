package io.gpuledger.alert.vigil;

import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Crossing;

/** Says what is noticed where everything else is said. Does not wait until it is kept: what still holds is said again. */
public interface Voice {

    void say(Alert alert);

    void say(Crossing crossing);
}
