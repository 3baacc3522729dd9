package io.gpuledger.common.access;

import java.util.Set;

/**
 * A person or a program that is known by a token.
 *
 * @param roles with those they contain
 */
public record Principal(String name, Set<String> roles) {}
