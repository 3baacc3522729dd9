package io.gpuledger.alert.sink;

import io.gpuledger.alert.settings.Fields;
import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.access.Access;
import io.gpuledger.alert.sink.access.AccessReader;
import io.gpuledger.alert.sink.net.HttpAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What all sinks that speak HTTP have.
 *
 * @param timeout for one call, its answer included
 */
public record HttpSettings(boolean sendResolved, Duration timeout, Access access) {

    static final Duration TIMEOUT = Duration.ofSeconds(10);
    static final Duration TIMEOUT_MAX = Duration.ofMinutes(5);

    /** For what is not a receiver of the routing file. */
    public static HttpSettings plain(Duration timeout) {
        return new HttpSettings(true, timeout, Access.OPEN);
    }

    HttpSettings nameless() {
        return new HttpSettings(sendResolved, timeout, access.nameless());
    }

    /** @param sendResolved what holds where the file does not say */
    public static HttpSettings read(Fields fields, boolean sendResolved) {
        Fields own = fields.section("http_config");
        Fields http = own == null ? fields.globalSection("http_config") : own;
        return new HttpSettings(
                fields.flag("send_resolved", sendResolved),
                timeout(fields, TIMEOUT),
                http == null ? Access.OPEN : AccessReader.read(http));
    }

    /** @param otherwise what holds where the file does not say, or says 0 */
    public static Duration timeout(Fields fields, Duration otherwise) {
        Duration timeout = fields.duration("timeout", Duration.ZERO);
        if (timeout.compareTo(TIMEOUT_MAX) > 0) {
            throw fields.refused("timeout", "timeout must be at most 5m");
        }
        return timeout.isZero() ? otherwise : timeout;
    }

    public static String url(Fields fields, String name, @Nullable String otherwise) {
        String text = fields.text(name);
        String url = text == null ? otherwise : text;
        if (url == null || !HttpAddress.isOne(url)) {
            throw fields.refused(name, name + " must start with http:// or https:// and have a host");
        }
        return url;
    }

    /** An address that is itself a secret; absent where the file has none. */
    public static @Nullable Secret secretUrl(Fields fields, String name) {
        Secret url = fields.secret(name);
        if (url != null && !url.mayBe(HttpAddress::isOne)) {
            throw fields.refused(name, name + " must start with http:// or https:// and have a host");
        }
        return url;
    }
}
