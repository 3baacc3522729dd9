package io.gpuledger.common.event;

/** What travels on {@code config.v1}, and through the meter on to the books: a resource as it now is, or the end of a command's changes. */
public sealed interface ConfigEntry extends BookEntry permits ConfigChanged, ConfigSettled {}
