package io.gpuledger.testing;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Starts the broker of the test JVM before any test class is loaded, and closes it after the last one. */
public final class BrokerListener implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        TestBroker.bootstrapServers();
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        TestBroker.stop();
    }
}
