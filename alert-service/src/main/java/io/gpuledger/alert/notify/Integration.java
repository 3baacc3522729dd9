package io.gpuledger.alert.notify;

/**
 * One way a receiver is told.
 *
 * @param kind {@code webhook}, {@code pagerduty}
 * @param index its place among the receiver's integrations of that kind, from 0
 * @param sendResolved whether it is told of the end too
 */
public record Integration(String kind, int index, boolean sendResolved) {

    /** Under which it is remembered what this integration of this receiver was told of a group. */
    public String memoryKey(String receiver, String groupKey) {
        return receiver + "\u0000" + kind + "\u0000" + index + "\u0000" + groupKey;
    }
}
