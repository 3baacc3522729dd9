package io.gpuledger.alert.route;

import java.util.List;

/**
 * When a route may speak, by names of time intervals. Children do not inherit it.
 *
 * @param mute quiet inside any of these
 * @param active quiet outside all of these; none means always active
 */
public record Hours(List<String> mute, List<String> active) {

    public static final Hours ALWAYS = new Hours(List.of(), List.of());

    public Hours {
        mute = List.copyOf(mute);
        active = List.copyOf(active);
    }
}
