package io.gpuledger.access;

import io.gpuledger.common.access.Loopback;
import io.gpuledger.common.access.TokensFile;

/** Whether a service may listen where it is told to. */
sealed interface Admission {

    /** Every request shows a token. */
    record Locked() implements Admission {}

    /** Nobody is asked, and only this machine can ask. */
    record ThisMachine() implements Admission {}

    /** Nobody is asked; somebody said that this is guarded elsewhere. */
    record GuardedElsewhere(String warning) implements Admission {}

    /** @param problem one line that names the settings */
    record Refused(String problem) implements Admission {}

    /** @param host where it listens */
    static Admission of(String host, boolean hasTokens, boolean allowAnonymous) {
        if (hasTokens) {
            return new Locked();
        }
        if (Loopback.is(host)) {
            return new ThisMachine();
        }
        return allowAnonymous
                ? new GuardedElsewhere("whoever reaches " + host + " may do everything: GPU_LEDGER_ALLOW_ANONYMOUS is"
                        + " true and there is no " + TokensFile.SETTING)
                : new Refused("it would listen on " + host + " and ask nobody who they are: set " + TokensFile.SETTING
                        + ", or GPU_LEDGER_ALLOW_ANONYMOUS=true where something else guards it, or listen on 127.0.0.1"
                        + " (QUARKUS_HTTP_HOST)");
    }
}
