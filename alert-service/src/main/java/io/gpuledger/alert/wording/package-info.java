/**
 * How a notification is put for people: templates as Go and Alertmanager write them.
 *
 * <p>In: a template and a notification. Out: a text. Promise: a template cannot read, call or wait for anything, and ends
 * within a bounded number of steps and characters.
 */
@NullMarked
package io.gpuledger.alert.wording;

import org.jspecify.annotations.NullMarked;
