package io.gpuledger.ledger.metering;

import io.gpuledger.ledger.rating.Due;

/** One stage of the drawing of a pod's timeline: what is due so far -> what is due with the facts it knows of; pure. */
interface Stage {

    Due of(Pod pod, Due soFar);
}
