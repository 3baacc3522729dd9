/**
 * What the doors over HTTP have in common.
 *
 * <p>In: the texts of a request. Out: what they mean, or a refusal in problem details. Promise: what cannot be read is answered
 * with the field and the rule, and never with an empty page.
 */
@NullMarked
package io.gpuledger.alert.rest;

import org.jspecify.annotations.NullMarked;
