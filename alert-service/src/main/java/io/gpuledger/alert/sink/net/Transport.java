package io.gpuledger.alert.sink.net;

import io.gpuledger.alert.sink.tls.Tls;
import org.jspecify.annotations.Nullable;

/**
 * How a call travels.
 *
 * @param tls absent means as the Java runtime does it
 * @param followsRedirects whether it goes on where the receiver sends it
 */
public record Transport(@Nullable Tls tls, Proxies proxies, boolean followsRedirects) {

    public static final Transport PLAIN = new Transport(null, Proxies.NONE, true);
}
