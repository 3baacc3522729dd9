package io.gpuledger.alert.sink.net;

import java.net.URI;

/** What looks like an address of the web. */
public final class HttpAddress {

    private HttpAddress() {}

    public static boolean isOne(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
