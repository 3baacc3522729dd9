/**
 * What a template can speak of, under Alertmanager's names.
 *
 * <p>In: a notification. Out: its parts as values with members. Promise: a member there is not is an error, a label there is
 * not is an empty text.
 */
@NullMarked
package io.gpuledger.alert.wording.value;

import org.jspecify.annotations.NullMarked;
