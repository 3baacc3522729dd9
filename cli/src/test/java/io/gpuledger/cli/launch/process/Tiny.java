package io.gpuledger.cli.launch.process;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The smallest service there is: answers 200 on its port; with a second argument it ends at once instead. */
public final class Tiny {

    private Tiny() {}

    public static void main(String[] args) throws IOException {
        if (args.length > 1) {
            System.out.println("no " + args[1]);
            System.exit(3);
        }
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, -1);
            }
        });
        server.start();
        System.out.println("tiny listens");
    }
}
