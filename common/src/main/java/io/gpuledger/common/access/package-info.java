/**
 * Who may come in over HTTP, and as what.
 *
 * <p>In: the tokens file. Out: principals and their roles. Promise: a token is kept as its hash and nothing shows it; what is wrong
 * with the file is one line.
 */
@NullMarked
package io.gpuledger.common.access;

import org.jspecify.annotations.NullMarked;
