package io.gpuledger.ledger.store.meter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.common.event.Cell;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.ledger.rating.Sight;
import io.gpuledger.ledger.timeline.Pod;
import io.gpuledger.ledger.timeline.Step;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.ByteBufferOutputStream;
import org.apache.kafka.common.utils.ByteUtils;
import org.jspecify.annotations.Nullable;

/**
 * Writes one pod. Numbers are Kafka's varlongs, instants the milliseconds since the one before. A text, a cell and a set of
 * labels is written out the first time; then, and each time after, stands its number in the order in which they came.
 */
final class TimelineWriter {

    static final int NONE = -1;
    private static final int MOST_ARE_SMALLER_BYTES = 1_024;

    private final ByteBufferOutputStream out = new ByteBufferOutputStream(MOST_ARE_SMALLER_BYTES);
    private final Map<String, Integer> texts = new HashMap<>();
    private final Map<Cell, Integer> cells = new HashMap<>();
    private final Map<Map<String, String>, Integer> labels = new HashMap<>();
    private long before;

    byte[] written(Pod pod) {
        out.write(TimelineBytes.FORMAT);
        text(pod.account().provider());
        text(pod.account().name());
        text(pod.id());
        number(pod.number());
        number(pod.heldFrom());
        text(pod.ratedBy());
        number(pod.sights().size());
        pod.sights().forEach(this::sight);
        number(pod.turns().size());
        pod.turns().forEach((at, turn) -> {
            at(at);
            at(turn.begins());
            at(turn.vouched());
        });
        number(pod.posted().size());
        pod.posted().forEach(this::step);
        ByteBuffer all = out.buffer();
        byte[] bytes = new byte[all.position()];
        all.flip().get(bytes);
        return bytes;
    }

    private void sight(long at, Sight sight) {
        at(at);
        text(sight.state().name());
        instant(sight.startedAt());
        instant(sight.changedAt());
        text(sight.name());
        text(sight.sku());
        number(sight.milliGpus());
        text(sight.tier().name());
        text(sight.cluster());
        price(sight.price());
        number(sight.storageRunning().nanoDollars());
        number(sight.storageStopped().nanoDollars());
        once(sight.labels(), labels, all -> {
            number(all.size());
            all.forEach((name, value) -> {
                text(name);
                text(value);
            });
        });
        text(sight.cause());
    }

    private void step(Step step) {
        Step.Place place = step.place();
        at(place.at());
        once(place.cell(), cells, this::cell);
        text(place.source().name());
        text(place.name());
        text(place.use() == null ? null : place.use().name());
        text(place.job());
        out.write((place.estimated() ? TimelineBytes.ESTIMATED : 0)
                | (place.reconciled() != null ? TimelineBytes.RECONCILED : 0));
        number(step.nanoDollars());
        number(step.milliGpus());
        number(step.unpricedMilliGpus());
        amount(step.amount().units());
        text(step.cause());
    }

    private void cell(Cell cell) {
        text(cell.owner());
        text(cell.project());
        text(cell.costCentre());
        text(cell.account().provider());
        text(cell.account().name());
        text(cell.cluster());
        text(cell.sku());
        text(cell.tier().name());
        text(cell.component().name());
    }

    private void at(long millis) {
        number(millis - before);
        before = millis;
    }

    private void number(long number) {
        out.ensureRemaining(ByteUtils.sizeOfVarlong(number));
        ByteUtils.writeVarlong(number, out.buffer());
    }

    private void price(@Nullable HourlyRate price) {
        out.write(price == null ? 0 : 1);
        if (price != null) {
            number(price.nanoDollars());
        }
    }

    private void instant(@Nullable Instant instant) {
        number(instant == null ? NONE : instant.getNano());
        if (instant != null) {
            number(instant.getEpochSecond());
        }
    }

    private void amount(BigInteger units) {
        byte[] bytes = units.signum() == 0 ? new byte[0] : units.toByteArray();
        number(bytes.length);
        out.write(bytes, 0, bytes.length);
    }

    private void text(@Nullable String text) {
        once(text, texts, all -> {
            byte[] bytes = all.getBytes(UTF_8);
            number(bytes.length);
            out.write(bytes, 0, bytes.length);
        });
    }

    private <T> void once(@Nullable T value, Map<T, Integer> known, Consumer<T> writing) {
        if (value == null) {
            number(NONE);
            return;
        }
        Integer next = known.size();
        Integer number = known.putIfAbsent(value, next);
        number(number == null ? next : number);
        if (number == null) {
            writing.accept(value);
        }
    }
}
