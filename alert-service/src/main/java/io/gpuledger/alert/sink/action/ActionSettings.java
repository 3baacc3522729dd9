package io.gpuledger.alert.sink.action;

import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.sink.SinkSettings;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.action.ActionOrder.Verb;
import io.gpuledger.common.event.action.Exemption;
import java.time.Duration;
import java.util.List;

/**
 * What is done, to which pods, and under which terms.
 *
 * @param accounts where pods of an owner are looked for, and endpoints are
 * @param endpoints which endpoints are scaled; none means the one the alert's label names
 */
record ActionSettings(Verb verb, Pods pods, List<AccountRef> accounts, List<String> endpoints, Restraint restraint)
        implements SinkSettings {

    /** Which pods. */
    enum Pods {
        /** Those the alerts name: by their label, else as those most responsible. */
        NAMED,
        /** All of the alert's account. */
        ACCOUNT,
        /** All of the alert's owner. */
        OWNER
    }

    /**
     * What holds it back.
     *
     * @param approval whether somebody must approve
     * @param approveWithin after this, what nobody has approved is cancelled
     * @param podsMax how many at once
     */
    record Restraint(
            boolean dryRun, Exemption exempt, Duration delay, boolean approval, Duration approveWithin, int podsMax) {}

    /** An end asks for nothing: what waits sees it by itself. */
    @Override
    public boolean sendResolved() {
        return false;
    }

    @Override
    public Sink sink(Outside outside) {
        return new ActionSink(this, outside);
    }
}
