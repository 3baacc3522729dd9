package io.gpuledger.cli.launch.place;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The ports of the system, all on loopback. */
public record Ports(int broker, int controller, int pricing, int ledger, int alert, int webhook, int simulator) {

    public static final String HOST = "127.0.0.1";
    public static final Ports DEFAULT = new Ports(19092, 19093, 8101, 8102, 8103, 8104, 8105);

    /** More of them share four partitions no further. */
    public static final int LEDGERS_MAX = 4;

    private static final int BASE_MIN = 1024;
    private static final int BASE_MAX = 65_000;

    /** Seven ports in a row from {@code base}, in the order of this record. */
    public static Ports from(int base) throws CannotStart {
        if (base < BASE_MIN || base > BASE_MAX) {
            throw new CannotStart("--port-base must be from " + BASE_MIN + " to " + BASE_MAX + ", not " + base);
        }
        return new Ports(base, base + 1, base + 2, base + 3, base + 4, base + 5, base + 6);
    }

    /** Of so many ledger-services, the first where it always is, and the others behind all else. */
    public List<Integer> ledgers(int count) {
        return IntStream.range(0, count)
                .mapToObj(which -> which == 0 ? ledger : simulator + which)
                .toList();
    }

    public String url(int port) {
        return "http://" + HOST + ":" + port;
    }

    /** Where people open the console. */
    public String console() {
        return url(ledger) + "/console/";
    }

    /** Under which names browsers know it, and those of the other ledger-services. */
    public List<String> consoleOrigins(int ledgers) {
        return ledgers(ledgers).stream()
                .flatMap(port -> Stream.of(url(port), "http://localhost:" + port))
                .toList();
    }

    public String bootstrapServers() {
        return HOST + ":" + broker;
    }

    /**
     * @param wanted ports by the name of who needs them, in the order to be checked
     * @param advice what to do where one is taken, after "end that one, or"
     */
    public static void checkFree(Map<String, Integer> wanted, String advice) throws CannotStart {
        for (Map.Entry<String, Integer> entry : wanted.entrySet()) {
            if (!isFree(entry.getValue())) {
                throw new CannotStart("port " + entry.getValue() + ", which " + entry.getKey()
                        + " needs, is taken by another program: end that one, or " + advice);
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
