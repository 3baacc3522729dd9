package io.gpuledger.ledger.store.meter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PriceSource;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.event.Use;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.rating.Sight;
import io.gpuledger.ledger.timeline.Pod;
import io.gpuledger.ledger.timeline.Step;
import io.gpuledger.ledger.timeline.Turn;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.ByteUtils;
import org.jspecify.annotations.Nullable;

/** Reads what {@link TimelineWriter} wrote; what was written once is one object here. */
final class TimelineReader {

    private final ByteBuffer in;
    private final List<String> texts = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final List<Map<String, String>> labels = new ArrayList<>();
    private long before;

    /** @param in behind the format */
    TimelineReader(ByteBuffer in) {
        this.in = in;
    }

    Pod pod() {
        AccountRef account = new AccountRef(text(), text());
        String id = text();
        int number = count();
        long heldFrom = number();
        String ratedBy = text();
        return new Pod(account, id, number, sights(), turns(), heldFrom, steps(), ratedBy);
    }

    private NavigableMap<Long, Sight> sights() {
        NavigableMap<Long, Sight> sights = new TreeMap<>();
        for (int left = count(); left > 0; left--) {
            sights.put(at(), sight());
        }
        return sights;
    }

    private Sight sight() {
        return new Sight(
                PodState.valueOf(text()),
                instant(),
                instant(),
                text(),
                optional(),
                number(),
                Tier.valueOf(text()),
                optional(),
                in.get() == 0 ? null : rate(),
                rate(),
                rate(),
                Objects.requireNonNull(once(labels, this::labels)),
                text());
    }

    private Map<String, String> labels() {
        Map<String, String> all = new TreeMap<>();
        for (int left = count(); left > 0; left--) {
            all.put(text(), text());
        }
        return all;
    }

    private NavigableMap<Long, Turn> turns() {
        NavigableMap<Long, Turn> turns = new TreeMap<>();
        for (int left = count(); left > 0; left--) {
            turns.put(at(), new Turn(at(), at()));
        }
        return turns;
    }

    private List<Step> steps() {
        int count = count();
        List<Step> steps = new ArrayList<>(count);
        for (int left = count; left > 0; left--) {
            steps.add(new Step(place(), number(), number(), number(), new Money(amount()), text()));
        }
        return steps;
    }

    private Step.Place place() {
        long at = at();
        Cell cell = Objects.requireNonNull(once(cells, this::cell));
        PriceSource source = PriceSource.valueOf(text());
        String name = text();
        String use = optional();
        String job = optional();
        byte marks = in.get();
        return new Step.Place(
                at,
                cell,
                source,
                name,
                use == null ? null : Use.valueOf(use),
                job,
                (marks & TimelineBytes.ESTIMATED) != 0,
                (marks & TimelineBytes.RECONCILED) != 0);
    }

    private Cell cell() {
        return new Cell(
                text(),
                optional(),
                optional(),
                new AccountRef(text(), text()),
                optional(),
                optional(),
                Tier.valueOf(text()),
                Component.valueOf(text()));
    }

    private long at() {
        before += number();
        return before;
    }

    private long number() {
        return ByteUtils.readVarlong(in);
    }

    private int count() {
        return Math.toIntExact(number());
    }

    private HourlyRate rate() {
        return new HourlyRate(number());
    }

    private @Nullable Instant instant() {
        long nanos = number();
        return nanos == TimelineWriter.NONE ? null : Instant.ofEpochSecond(number(), nanos);
    }

    private BigInteger amount() {
        byte[] bytes = bytes();
        return bytes.length == 0 ? BigInteger.ZERO : new BigInteger(bytes);
    }

    private byte[] bytes() {
        byte[] bytes = new byte[count()];
        in.get(bytes);
        return bytes;
    }

    private String text() {
        return Objects.requireNonNull(optional());
    }

    private @Nullable String optional() {
        return once(texts, () -> new String(bytes(), UTF_8));
    }

    private <T> @Nullable T once(List<T> known, Supplier<T> reading) {
        int number = count();
        if (number == known.size()) {
            known.add(reading.get());
        }
        return number == TimelineWriter.NONE ? null : known.get(number);
    }
}
