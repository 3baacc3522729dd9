package io.gpuledger.alert.sink.net;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is called without the proxy: {@code NO_PROXY}, as Go's programs read it.
 *
 * @param entries hosts (and those below them), {@code .domain} (only those below it), addresses, nets, or {@code *}; each
 *     with a port or without
 */
public record NoProxy(List<String> entries) {

    public static final NoProxy NOTHING = new NoProxy(List.of());

    private static final String V6_IN_BRACKETS = "^\\[|\\]$";

    public static NoProxy read(String text) {
        return new NoProxy(Arrays.stream(text.toLowerCase(Locale.ROOT).split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList());
    }

    public boolean covers(URI target) {
        String host = String.valueOf(target.getHost()).toLowerCase(Locale.ROOT).replaceAll(V6_IN_BRACKETS, "");
        int port = target.getPort() >= 0 ? target.getPort() : "https".equals(target.getScheme()) ? 443 : 80;
        return entries.stream().anyMatch(entry -> covers(entry, host, port));
    }

    private static boolean covers(String entry, String host, int port) {
        if (entry.equals("*")) {
            return true;
        }
        int slash = entry.indexOf('/');
        if (slash > 0) {
            return isWithin(host, entry.substring(0, slash), entry.substring(slash + 1));
        }
        int colon = entry.lastIndexOf(':');
        boolean withPort = colon > 0 && (entry.indexOf(':') == colon || entry.charAt(colon - 1) == ']');
        if (withPort && !entry.substring(colon + 1).equals(String.valueOf(port))) {
            return false;
        }
        String name = (withPort ? entry.substring(0, colon) : entry).replaceAll(V6_IN_BRACKETS, "");
        String below = name.startsWith("*.") ? name.substring(1) : name.startsWith(".") ? name : "." + name;
        boolean onlyBelow = name.startsWith(".") || name.startsWith("*.");
        return (!onlyBelow && host.equals(name)) || host.endsWith(below);
    }

    private static boolean isWithin(String host, String net, String length) {
        byte @Nullable [] ours = address(host);
        byte @Nullable [] theirs = address(net);
        if (ours == null || theirs == null || ours.length != theirs.length || !length.matches("\\d{1,3}")) {
            return false;
        }
        int bits = Math.min(Integer.parseInt(length), ours.length * Byte.SIZE);
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> i % Byte.SIZE;
            if (((ours[i / Byte.SIZE] ^ theirs[i / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Names are not looked up. */
    private static byte @Nullable [] address(String text) {
        if (!text.matches("[0-9.]+|[0-9a-f:.]*:[0-9a-f:.]*")) {
            return null;
        }
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
