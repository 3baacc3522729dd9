package io.gpuledger.alert.notify;

/** Whether an integration is told something at a tick. */
public sealed interface Verdict {

    /** It is told. */
    record Say(String reason) implements Verdict {}

    /** It is not told, by its own wish, but counts as told. */
    record Note() implements Verdict {}

    /** There is nothing new. */
    record Quiet() implements Verdict {}
}
