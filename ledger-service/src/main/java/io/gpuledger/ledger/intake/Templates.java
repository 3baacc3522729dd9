package io.gpuledger.ledger.intake;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The templates of many pods, found by what stands before the first {@code "at":"} of a text, which is the pod's account
 * and id where pricing-service wrote it. Bounded: where there is no room, few of those that come take another's place. Which one is found
 * only decides how quickly something is read. May be used by many threads.
 */
final class Templates {

    private static final int WAYS = 4;
    private static final int LOOKED_AT_MAX = 512;
    /** Of so many that find no room one takes another's: a fleet larger than the room must not push itself out. */
    private static final int TAKES_ROOM_ONE_OF = 8;

    /** They take at most this share of the heap, by what one takes: some 300 bytes of text and as many of fields. */
    private static final int HEAP_SHARE = 8;

    private static final int TEMPLATE_BYTES = 1_024;
    private static final int TEMPLATES_MAX = 1 << 20;

    private static final Templates OF_THIS_PROCESS = new Templates(
            (int) Math.min(TEMPLATES_MAX, Runtime.getRuntime().maxMemory() / HEAP_SHARE / TEMPLATE_BYTES));

    private final AtomicReferenceArray<@Nullable Template> places;
    private final int sets;
    private int refused;

    /** @param most at least 4; rounded down to a power of two */
    Templates(int most) {
        this.sets = Integer.highestOneBit(most / WAYS);
        this.places = new AtomicReferenceArray<>(sets * WAYS);
    }

    /** Kafka makes interceptors and deserializers each for itself; these are for all of them. */
    static Templates ofThisProcess() {
        return OF_THIS_PROCESS;
    }

    /** The one of the pod that a text tells of, by how it begins; none where none is kept. */
    @Nullable Template find(byte[] text) {
        int first = firstPlace(text);
        for (int place = first; first >= 0 && place < first + WAYS; place++) {
            Template template = places.getPlain(place);
            if (template != null && template.beginsAs(text)) {
                return template;
            }
        }
        return null;
    }

    /** Where the templates of a text may be; -1 where it has none. */
    private int firstPlace(byte[] text) {
        int hash = 1;
        int end = Math.min(text.length, LOOKED_AT_MAX) - 6;
        for (int i = 0; i < end; i++) {
            byte letter = text[i];
            if (letter == '"' && text[i + 1] == 'a' && text[i + 2] == 't' && text[i + 3] == '"' && text[i + 4] == ':') {
                return (spread(hash) & (sets - 1)) * WAYS;
            }
            hash = 31 * hash + letter;
        }
        return -1;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9e3779b9;
        return mixed ^ (mixed >>> 16);
    }

    /** Keeps the template of a text, if there is room or it is its turn to make some. */
    void keep(byte[] text, Template template) {
        int first = firstPlace(text);
        for (int place = first; first >= 0 && place < first + WAYS; place++) {
            Template known = places.getPlain(place);
            if (known == null || known.isOfSamePodAs(template)) {
                put(place, template);
                return;
            }
        }
        if (first >= 0 && ++refused % TAKES_ROOM_ONE_OF == 0) {
            put(first + refused / TAKES_ROOM_ONE_OF % WAYS, template);
        }
    }

    private void put(int place, Template template) {
        Template known = places.getAndSet(place, template);
        if (known != null) {
            known.leave();
        }
    }
}
