package io.gpuledger.cli.launch.process;

import io.gpuledger.common.tls.Believed;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.net.ssl.HttpsURLConnection;

/** Asks programs whether they work. */
public final class Readiness {

    private static final int TIMEOUT_MILLIS = 1_000;
    private static final int PAUSE_MILLIS = 50;

    private Readiness() {}

    public static boolean isReady(URI where) {
        try {
            return "tcp".equals(where.getScheme()) ? takesConnections(where) : answersWell(where);
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits until all work, and returns those that still do not when the time is over or waiting became pointless. */
    public static List<Program> await(List<Program> programs, Duration patience, BooleanSupplier pointless)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        List<Program> missing = programs;
        while (true) {
            missing = missing.stream()
                    .filter(program -> !isReady(program.ready()))
                    .toList();
            if (missing.isEmpty() || pointless.getAsBoolean() || System.nanoTime() > deadline) {
                return missing;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static boolean takesConnections(URI where) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(where.getHost(), where.getPort()), TIMEOUT_MILLIS);
            return true;
        }
    }

    private static boolean answersWell(URI where) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) where.toURL().openConnection();
        if (connection instanceof HttpsURLConnection secured) {
            // a certificate is made out to the name that others use; nothing is told here
            secured.setSSLSocketFactory(Believed.anybody().getSocketFactory());
            secured.setHostnameVerifier((name, session) -> true);
        }
        try {
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } finally {
            connection.disconnect();
        }
    }
}
