/**
 * What the meter is compared with, each a process of its own.
 *
 * <p>In: pods.v1. Out: nothing but committed offsets. Promise: they do what a user would write, and no less.
 */
@NullMarked
package io.gpuledger.bench.rival;

import org.jspecify.annotations.NullMarked;
