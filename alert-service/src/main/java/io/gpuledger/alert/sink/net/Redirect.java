package io.gpuledger.alert.sink.net;

import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a call is sent on to. */
public final class Redirect {

    /** Method and body stay, RFC 9110. */
    private static final Set<Integer> KEEPING = Set.of(307, 308);

    private static final Set<Integer> TURNING = Set.of(301, 302, 303);

    private Redirect() {}

    /**
     * Absent where nobody is to be called: a news that would become a question on the way is not one that arrived, and what
     * went encrypted does not go on in the open.
     */
    public static @Nullable URI of(URI from, String method, int status, @Nullable String location) {
        boolean goesOn = KEEPING.contains(status) || (TURNING.contains(status) && method.equals("GET"));
        if (!goesOn || location == null) {
            return null;
        }
        try {
            URI to = from.resolve(location.strip());
            boolean openly = "https".equals(from.getScheme()) && !"https".equals(to.getScheme());
            return openly ? null : to;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    public static boolean isSameOrigin(URI one, URI other) {
        return Objects.equals(one.getScheme(), other.getScheme())
                && String.valueOf(one.getHost()).equalsIgnoreCase(String.valueOf(other.getHost()))
                && one.getPort() == other.getPort();
    }
}
