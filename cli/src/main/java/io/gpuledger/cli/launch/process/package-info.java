/**
 * Processes and their lives.
 *
 * <p>In: programs. Out: running processes, seen after. Promise: what dies is started again; what is stopped leaves nothing
 * behind.
 */
@NullMarked
package io.gpuledger.cli.launch.process;

import org.jspecify.annotations.NullMarked;
