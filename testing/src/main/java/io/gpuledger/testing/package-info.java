/**
 * What the tests of every module share.
 *
 * <p>In: a test JVM. Out: one real broker with every topic. Promise: the same tests run with and without Docker.
 */
@NullMarked
package io.gpuledger.testing;

import org.jspecify.annotations.NullMarked;
