/**
 * The measures, one class each.
 *
 * <p>In: a site. Out: rows of the table. Promise: every figure says its unit and its size, and stands beside what it is compared with.
 */
@NullMarked
package io.gpuledger.bench.measure;

import org.jspecify.annotations.NullMarked;
