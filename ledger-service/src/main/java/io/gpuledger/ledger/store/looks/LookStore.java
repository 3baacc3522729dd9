package io.gpuledger.ledger.store.looks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.PodTold;
import io.gpuledger.ledger.looks.Gaze;
import io.gpuledger.ledger.looks.HourSum;
import io.gpuledger.ledger.looks.LookShelf;
import io.gpuledger.ledger.looks.Watched;
import io.gpuledger.ledger.store.JsonSerde;
import io.gpuledger.ledger.store.Keys;
import io.gpuledger.ledger.store.commit.CommitStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.NullUnmarked;

/** The looks of one partition. Pods that are seen and hours that go on are in memory and changed there. */
@NullUnmarked
public final class LookStore extends CommitStore implements LookShelf {

    private static final String GAZE = "gaze";
    private static final String TOLD = "told";
    private static final Serde<Gaze> GAZES = JsonSerde.of(Gaze.class);
    private static final Serde<PodTold> TOLDS = JsonSerde.of(PodTold.class);

    private final List<Watched> pods = new ArrayList<>();
    private final Map<Bytes, Watched> unwritten = new LinkedHashMap<>();
    private final HourSums sums = new HourSums();

    public LookStore(KeyValueStore<Bytes, byte[]> written) {
        super(written);
    }

    @Override
    public Watched watched(AccountRef account, String pod, int number) {
        Watched known = number < pods.size() ? pods.get(number) : null;
        return known == null ? read(account, pod, number) : known;
    }

    private Watched read(AccountRef account, String pod, int number) {
        byte[] gaze = wrapped().get(key(GAZE, account, pod));
        Watched read = new Watched(
                number, gaze == null ? Gaze.NONE : GAZES.deserializer().deserialize("", gaze));
        while (pods.size() <= number) {
            pods.add(null);
        }
        pods.set(number, read);
        return read;
    }

    @Override
    public void changed(AccountRef account, String pod, Watched watched) {
        unwritten.put(key(GAZE, account, pod), watched);
    }

    @Override
    public void rest(AccountRef account, String pod, int number) {
        Bytes key = key(GAZE, account, pod);
        Watched watched = unwritten.remove(key);
        if (watched != null) {
            wrapped().put(key, written(watched));
        }
        if (number < pods.size()) {
            pods.set(number, null);
        }
    }

    private static byte[] written(Watched watched) {
        return GAZES.serializer().serialize("", watched.gaze());
    }

    @Override
    public PodTold told(AccountRef account, String pod) {
        return TOLDS.deserializer().deserialize("", wrapped().get(key(TOLD, account, pod)));
    }

    @Override
    public void keep(PodTold told) {
        wrapped().put(key(TOLD, told.account(), told.pod()), TOLDS.serializer().serialize("", told));
    }

    private static Bytes key(String kind, AccountRef account, String pod) {
        return Bytes.wrap(Keys.of(kind, account, pod).getBytes(UTF_8));
    }

    @Override
    public HourSum sum(Cell cell, long hour) {
        return sums.of(cell, hour, wrapped());
    }

    @Override
    public void changed(HourSum sum) {
        sums.changed(sum);
    }

    @Override
    public Collection<HourSum> unsaid(long before) {
        return sums.unsaid(before, wrapped());
    }

    @Override
    public void forgetHoursBefore(AccountRef account, long before) {
        writeOut();
        List<Bytes> past = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> old =
                wrapped().range(HourSums.first(account, 0), HourSums.first(account, before))) {
            old.forEachRemaining(entry -> past.add(entry.key));
        }
        past.forEach(wrapped()::delete);
    }

    @Override
    protected void writeOut() {
        List<KeyValue<Bytes, byte[]>> changed = new ArrayList<>();
        unwritten.forEach((key, watched) -> changed.add(KeyValue.pair(key, written(watched))));
        unwritten.clear();
        sums.writeTo(changed);
        if (!changed.isEmpty()) {
            wrapped().putAll(changed);
        }
    }

    /** Forgets what is in memory; it is read again when it is needed. */
    @Override
    public void clearCache() {
        pods.clear();
        unwritten.clear();
        sums.clear();
    }
}
