package io.gpuledger.common.event.action;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;

/**
 * An action whose time has come, for whoever watches the account. To be told twice is to be told once: what is done already
 * is done.
 *
 * @param action the action's id
 * @param notAfter from then on it must not be begun, nor tried again
 */
public record ActionCommand(String action, Instant at, Instant notAfter, ActionOrder order) implements Event {

    public ActionCommand {
        action = Limits.name("action", action);
        at = Limits.instant("at", at);
        notAfter = Limits.instant("notAfter", notAfter);
        InvalidValue.unless(order != null, "order", "is required");
    }

    @Override
    @JsonIgnore
    public String id() {
        return action;
    }

    /** Of one account in one partition, so that its commands are carried out one after another. */
    @Override
    @JsonIgnore
    public String key() {
        return order.account().toString();
    }
}
