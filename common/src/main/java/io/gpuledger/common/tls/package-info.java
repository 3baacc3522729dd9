/**
 * Certificates and keys as files.
 *
 * <p>In: PEM. Out: certificates, keys, and whom to believe. Promise: what is in a key's file is never shown; what is wrong with a
 * file is one line.
 */
@NullMarked
package io.gpuledger.common.tls;

import org.jspecify.annotations.NullMarked;
