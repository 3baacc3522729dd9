package io.gpuledger.ledger.api.console;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.value.InvalidValue;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where the console asks besides this service.
 *
 * @param alerts the alert-service, without a slash at the end
 */
public record ConsoleAddresses(String alerts) {

    private static final String SETTING = "gpu-ledger.console.alert-url";

    /** @throws InvalidValue if a browser could not ask there */
    public static ConsoleAddresses of(String alertUrl) {
        URI uri = uri(alertUrl);
        InvalidValue.unless(
                ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                        && uri.getHost() != null
                        && uri.getRawUserInfo() == null
                        && uri.getRawQuery() == null
                        && uri.getRawFragment() == null,
                SETTING,
                "must be an address such as http://127.0.0.1:8103");
        return new ConsoleAddresses(alertUrl.strip().replaceAll("/+$", ""));
    }

    /** Scheme, host and port: what a policy allows a page to connect to. */
    @JsonIgnore
    public String alertOrigin() {
        URI uri = uri(alerts);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private static URI uri(String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new InvalidValue(SETTING, "must be an address such as http://127.0.0.1:8103");
        }
    }
}
