/**
 * The benchmark: a program that prints a table.
 *
 * <p>In: which measures, and how large. Out: a table on the screen. Promise: it exits 0 whatever was reached, and says what was.
 */
@NullMarked
package io.gpuledger.bench;

import org.jspecify.annotations.NullMarked;
