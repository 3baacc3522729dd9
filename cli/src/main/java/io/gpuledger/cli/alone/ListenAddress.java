package io.gpuledger.cli.alone;

import io.gpuledger.cli.launch.place.CannotStart;
import io.gpuledger.common.access.TokensFile;
import java.util.Map;

/**
 * Where it answers; Go writes an absent host for every address of the machine.
 *
 * @param tls whether it is asked over TLS
 */
record ListenAddress(String host, int port, boolean tls) {

    private static final String EVERYWHERE = "0.0.0.0";
    private static final int PORT_MAX = 65_535;
    private static final String ALLOW_ANONYMOUS = "GPU_LEDGER_ALLOW_ANONYMOUS";
    private static final String CERTIFICATE = "GPU_LEDGER_TLS_CERTIFICATE_FILE";

    /** As Alertmanager everywhere, but where nobody is asked who they are only on this machine. */
    static String usual(Map<String, String> environment) {
        boolean guarded = !environment.getOrDefault(TokensFile.SETTING, "").isBlank()
                || Boolean.parseBoolean(environment.get(ALLOW_ANONYMOUS));
        return guarded ? ":9093" : "127.0.0.1:9093";
    }

    /** @param text {@code HOST:PORT}, {@code :PORT} or {@code [V6]:PORT} */
    static ListenAddress read(String text, Map<String, String> environment) throws CannotStart {
        int colon = text.lastIndexOf(':');
        String port = text.substring(colon + 1);
        if (colon < 0 || !port.matches("\\d{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > PORT_MAX) {
            throw new CannotStart("--web.listen-address must be HOST:PORT, not " + text);
        }
        String host = text.substring(0, colon).replaceAll("^\\[|]$", "");
        return new ListenAddress(
                host.isEmpty() ? EVERYWHERE : host,
                Integer.parseInt(port),
                !environment.getOrDefault(CERTIFICATE, "").isBlank());
    }

    /** As a browser on this machine would reach it. */
    String url() {
        String seen = host.equals(EVERYWHERE) || host.equals("::") ? "localhost" : host;
        return (tls ? "https://" : "http://") + (seen.contains(":") ? "[" + seen + "]" : seen) + ":" + port;
    }
}
