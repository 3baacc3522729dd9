/**
 * The configuration file: one YAML file for all services; each reads its part.
 *
 * <p>In: {@code gpu-ledger.yaml}. Out: records. Promise: a file with an error is refused with file, line, field and rule,
 * and an unknown field is an error.
 */
@NullMarked
package io.gpuledger.common.config;

import org.jspecify.annotations.NullMarked;
