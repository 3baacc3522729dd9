/**
 * Dead letters on the command line.
 *
 * <p>In: a command's options, ledger-service's answers. Out: lines a person reads. Promise: what went wrong is one line and an exit code.
 */
@NullMarked
package io.gpuledger.cli.letters;

import org.jspecify.annotations.NullMarked;
