package io.gpuledger.alert.sink;

/** How an integration is reached. */
public interface SinkSettings {

    /** Whether it is told of the end too. */
    boolean sendResolved();

    Sink sink(Outside outside);
}
