package io.gpuledger.alert.notify;

import java.util.List;

/** Somebody to tell, and all the ways to do so; one without integrations is told nothing. */
public record Receiver(String name, List<Integration> integrations) {}
