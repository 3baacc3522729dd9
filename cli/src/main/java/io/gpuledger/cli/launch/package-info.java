/**
 * Starts the whole system on this machine and stops it.
 *
 * <p>In: what the user asked for. Out: running programs and one screen. Promise: all of it runs, or nothing is left of it.
 */
@NullMarked
package io.gpuledger.cli.launch;

import org.jspecify.annotations.NullMarked;
