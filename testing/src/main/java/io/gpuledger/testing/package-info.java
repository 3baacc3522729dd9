/**
 * What the tests of every module share.
 *
 * <p>In: one switch. Out: a real broker. Promise: one broker per test JVM, there before anything else.
 */
@NullMarked
package io.gpuledger.testing;

import org.jspecify.annotations.NullMarked;
