package io.gpuledger.alert.notify;

import java.util.Set;

/**
 * One way a receiver is told.
 *
 * @param kind {@code webhook}, {@code pagerduty}
 * @param index its place among the receiver's integrations of that kind, from 0
 * @param sendResolved whether it is told of the end too
 */
public record Integration(String kind, int index, boolean sendResolved) {

    /** Kinds that page again and again until somebody acknowledges there. */
    private static final Set<String> TAKING_ACKS = Set.of("pagerduty", "opsgenie");

    /** Whether it is told when somebody looks after the group. */
    public boolean takesAcks() {
        return TAKING_ACKS.contains(kind);
    }

    /** Under which it is remembered what this integration of this receiver was told of a group. */
    public String memoryKey(String receiver, String groupKey) {
        return receiver + "\u0000" + kind + "\u0000" + index + "\u0000" + groupKey;
    }
}
