/**
 * Where the system lives on this machine: its folder, its ports, its programs, its configuration.
 *
 * <p>In: options and environment. Out: checked places. Promise: what cannot work is said in one line before anything starts.
 */
@NullMarked
package io.gpuledger.cli.launch.place;

import org.jspecify.annotations.NullMarked;
