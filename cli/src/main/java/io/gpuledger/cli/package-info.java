/**
 * What a person types: one class per command.
 *
 * <p>In: arguments. Out: lines and an exit code. Promise: bad input is one clear line and exit code 2.
 */
@NullMarked
package io.gpuledger.cli;

import org.jspecify.annotations.NullMarked;
