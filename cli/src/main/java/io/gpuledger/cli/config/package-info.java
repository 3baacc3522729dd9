/**
 * A configuration file against the configuration that is in force.
 *
 * <p>In: a file, ledger-service's answers. Out: the difference, and one request that makes it so. Promise: a file with an error
 * changes nothing; what somebody else changed meanwhile is not overwritten.
 */
@NullMarked
package io.gpuledger.cli.config;

import org.jspecify.annotations.NullMarked;
