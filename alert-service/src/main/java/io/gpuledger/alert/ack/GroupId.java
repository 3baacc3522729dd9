package io.gpuledger.alert.ack;

import io.gpuledger.alert.notify.Hashes;

/** The short name of a group: the same through restarts and changes of the routing that leave receiver and key. */
public final class GroupId {

    private static final int DIGITS = 16;

    private GroupId() {}

    public static String of(String receiver, String groupKey) {
        return Hashes.sha256(receiver, groupKey).substring(0, DIGITS);
    }
}
