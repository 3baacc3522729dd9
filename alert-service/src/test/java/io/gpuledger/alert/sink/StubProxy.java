package io.gpuledger.alert.sink;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy: opens tunnels, and answers what comes in the open by itself. It remembers what it was told. */
final class StubProxy implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private volatile String answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    StubProxy() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                Socket caller = door.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            }
        } catch (IOException e) {
            assert door.isClosed();
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            InputStream in = new BufferedInputStream(caller.getInputStream());
            String head = head(in);
            heads.add(head);
            if (head.startsWith("CONNECT ")) {
                tunnel(caller, in, head.split(" ", -1)[1]);
            } else {
                caller.getOutputStream().write(answer.getBytes(US_ASCII));
            }
        } catch (IOException e) {
            assert caller.isClosed();
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("cut off");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void tunnel(Socket caller, InputStream in, String target) throws IOException {
        int colon = target.lastIndexOf(':');
        try (Socket there = new Socket(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)))) {
            caller.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII));
            Thread.ofVirtual().start(() -> copy(in, there));
            there.getInputStream().transferTo(caller.getOutputStream());
        }
    }

    private static void copy(InputStream from, Socket to) {
        try (OutputStream out = to.getOutputStream()) {
            from.transferTo(out);
        } catch (IOException e) {
            assert to.isClosed();
        }
    }

    void sendsOnTo(String location) {
        answer = "HTTP/1.1 307 There\r\nLocation: " + location + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    }

    /** The first lines and the headers of what came, each as it came. */
    List<String> heads() {
        return heads;
    }

    /** Without its scheme. */
    String address() {
        return "127.0.0.1:" + door.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
