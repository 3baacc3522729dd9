package io.gpuledger.common.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Whether a host is this machine, so that nobody else hears what is told to it. */
public final class Loopback {

    private Loopback() {}

    /** A name that leads elsewhere too, or nowhere, is not this machine. */
    public static boolean is(@Nullable String host) {
        try {
            return host != null
                    && Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
