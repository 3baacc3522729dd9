package io.gpuledger.alert.sink.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps webhooks away from what is inside: loopback, private, link-local and other special addresses, unless allowed. The
 * JDK remembers a resolved name for longer than a call takes, so the address that was checked is the one that is called.
 */
public final class TargetGuard {

    private final boolean privateAllowed;

    public TargetGuard(boolean privateAllowed) {
        this.privateAllowed = privateAllowed;
    }

    /**
     * Why the target may not be called; absent where it may.
     *
     * @throws UnknownHostException if its name leads nowhere at present
     */
    public @Nullable String objection(URI target) throws UnknownHostException {
        String scheme = String.valueOf(target.getScheme());
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return "the address is not http or https";
        }
        if (target.getHost() == null || target.getUserInfo() != null) {
            return "the address has no host, or a user in it";
        }
        return objectionTo(target.getHost());
    }

    /**
     * Why nobody there may be spoken to; absent where it may.
     *
     * @throws UnknownHostException if its name leads nowhere at present
     */
    public @Nullable String objectionTo(String host) throws UnknownHostException {
        if (privateAllowed) {
            return null;
        }
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (isInside(address)) {
                return "private addresses are not allowed (GPU_LEDGER_ALERT_ALLOW_PRIVATE_TARGETS)";
            }
        }
        return null;
    }

    static boolean isInside(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet6Address ? isInsideV6(bytes) : isInsideV4(bytes));
    }

    /** 0/8, carrier-grade NAT 100.64/10, benchmarks 198.18/15, and 240/4. */
    private static boolean isInsideV4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return first == 0
                || (first == 100 && (second & 0xc0) == 64)
                || (first == 198 && (second & 0xfe) == 18)
                || first >= 240;
    }

    /** fc00::/7, and IPv4 addresses inside 64:ff9b::/96 (NAT64). */
    private static boolean isInsideV6(byte[] bytes) {
        if ((bytes[0] & 0xfe) == 0xfc) {
            return true;
        }
        boolean nat64 = bytes[0] == 0 && bytes[1] == 0x64 && bytes[2] == (byte) 0xff && bytes[3] == (byte) 0x9b;
        try {
            return nat64 && isInside(InetAddress.getByAddress(new byte[] {bytes[12], bytes[13], bytes[14], bytes[15]}));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
