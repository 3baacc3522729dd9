/**
 * Whom a sink believes to be who it says, and how it shows who we are.
 *
 * <p>In: certificates and keys in PEM. Out: a context for connections. Promise: what is in a key's file is never shown.
 */
@NullMarked
package io.gpuledger.alert.sink.tls;

import org.jspecify.annotations.NullMarked;
