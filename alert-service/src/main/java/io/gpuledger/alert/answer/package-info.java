/**
 * Where people answer: they look at open groups, acknowledge them here or at their pager, and ask who changed what.
 *
 * <p>In: requests, webhooks of pagers. Out: commands on {@code ack-commands.v1}, JSON. Promise: what is not understood is
 * refused with its field and rule, and a webhook without a valid signature changes nothing.
 */
@NullMarked
package io.gpuledger.alert.answer;

import org.jspecify.annotations.NullMarked;
