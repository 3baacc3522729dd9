/**
 * E-mail over SMTP.
 *
 * <p>In: a notification. Out: a mail, in one thread with the others of its group. Promise: no header is broken by what an
 * alert says, and nothing goes in the clear unless the file allows it.
 */
@NullMarked
package io.gpuledger.alert.sink.email;

import org.jspecify.annotations.NullMarked;
