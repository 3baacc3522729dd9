/**
 * Actions on the command line.
 *
 * <p>In: a command's options, alert-service's answers. Out: lines a person reads. Promise: what went wrong is one line and an
 * exit code.
 */
@NullMarked
package io.gpuledger.cli.actions;

import org.jspecify.annotations.NullMarked;
