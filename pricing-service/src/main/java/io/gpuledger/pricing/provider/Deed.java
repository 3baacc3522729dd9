package io.gpuledger.pricing.provider;

/** What came of doing something. */
public enum Deed {
    DONE,
    /** It was so before. */
    ALREADY
}
