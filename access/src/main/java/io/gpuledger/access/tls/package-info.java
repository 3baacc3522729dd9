/**
 * TLS before the doors.
 *
 * <p>In: the files of a certificate and its key. Out: Quarkus' settings. Promise: with them nothing is answered without TLS; a file
 * that cannot be used is one line before the start, which does not show what is in it.
 */
@NullMarked
package io.gpuledger.access.tls;

import org.jspecify.annotations.NullMarked;
