/**
 * How the configuration comes in.
 *
 * <p>In: the configuration file. Out: a command to the keeper. Promise: a file that cannot be made so ends the process with one line.
 */
@NullMarked
package io.gpuledger.ledger.app.config;

import org.jspecify.annotations.NullMarked;
