package io.gpuledger.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Starts the broker before the first test, and before any class loader a test framework may make. */
public final class BrokerForTheSession implements LauncherSessionListener {

    private @Nullable AutoCloseable broker;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        try {
            broker = TestBroker.start();
        } catch (IOException e) {
            throw new UncheckedIOException("the test broker cannot start", e);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        try {
            if (broker != null) {
                broker.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("the test broker cannot stop", e);
        }
    }
}
