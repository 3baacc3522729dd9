/**
 * What the tests of every module share.
 *
 * <p>In: a test JVM, or a running service. Out: one real broker with every topic; tokens of every role, and what each door answers. Promise: the same tests run with and without Docker.
 */
@NullMarked
package io.gpuledger.testing;

import org.jspecify.annotations.NullMarked;
