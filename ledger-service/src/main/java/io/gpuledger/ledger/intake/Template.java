package io.gpuledger.ledger.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.wire.Json;
import io.gpuledger.ledger.looks.Saying;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An observation as it was written and as it was read. One that is written the same but for the text of {@code at} and the
 * digits of {@code utilisationPercent} says the same but for these.
 */
final class Template {

    private static final int PERCENT_DIGITS_MAX = 3;

    /** Its record's key, and its text: side by side, because what is compared is seldom in a cache. */
    private final byte[] written;

    private final Saying saying;
    private final int textFrom;
    private final int atFrom;
    private final int atUntil;
    private final boolean tellsUse;
    private final int useFrom;
    private final int useUntil;
    private @Nullable Template next;
    private boolean isLeft;

    private Template(byte[] text, PodObserved read, Place at, @Nullable Place use) {
        byte[] key = read.key().getBytes(UTF_8);
        this.textFrom = key.length;
        this.written = Arrays.copyOf(key, textFrom + text.length);
        System.arraycopy(text, 0, written, textFrom, text.length);
        this.saying = new Saying(read);
        this.atFrom = textFrom + at.from;
        this.atUntil = textFrom + at.until;
        this.tellsUse = use != null;
        this.useFrom = use == null ? written.length : textFrom + use.from;
        this.useUntil = use == null ? written.length : textFrom + use.until;
    }

    /** Bytes of a value, without its quotes. */
    private record Place(int from, int until) {}

    /** None where the two values do not stand in the text in this order and in the plainest way. */
    static @Nullable Template of(byte[] text, PodObserved read) {
        Place at = null;
        Place use = null;
        try (JsonParser parser = Json.mapper().createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                int start = (int) parser.currentTokenLocation().getByteOffset();
                if (field.equals("at") && value == JsonToken.VALUE_STRING) {
                    at = quoted(text, start);
                } else if (field.equals("utilisationPercent") && value == JsonToken.VALUE_NUMBER_INT) {
                    use = number(text, start);
                } else if (field.equals("utilisationPercent")) {
                    return null;
                }
                parser.skipChildren();
            }
        } catch (IOException e) {
            return null;
        }
        boolean serves = at != null
                && read.at().equals(InstantText.read(text, at.from, at.until))
                && (use == null ? read.utilisationPercent() == null : use.from > at.until);
        return serves && at != null ? new Template(text, read, at, use) : null;
    }

    private static @Nullable Place quoted(byte[] text, int start) {
        int end = start + 1;
        while (end < text.length && text[end] != '"') {
            end++;
        }
        return text[start] == '"' && end < text.length ? new Place(start + 1, end) : null;
    }

    private static Place number(byte[] text, int start) {
        int end = start;
        while (end < text.length && isDigit(text[end])) {
            end++;
        }
        return new Place(start, end);
    }

    /** Written alike up to its instant. */
    boolean isOfSamePodAs(Template other) {
        return Arrays.equals(written, textFrom, atFrom, other.written, other.textFrom, other.atFrom);
    }

    /** Its record's key is this. */
    boolean hasKey(byte[] other) {
        return Arrays.equals(written, 0, textFrom, other, 0, other.length);
    }

    /** Another text is written alike up to its instant. */
    boolean beginsAs(byte[] other) {
        int length = atFrom - textFrom;
        return other.length > length && Arrays.equals(written, textFrom, atFrom, other, 0, length);
    }

    /** What an observation says that is written alike; none where it is not. */
    @Nullable Repeat reads(byte[] other, LastInstant instants) {
        if (!beginsAs(other)) {
            return null;
        }
        int until = atFrom - textFrom;
        while (until < other.length && other[until] != '"') {
            until++;
        }
        return tellsUse ? withUse(other, until, instants) : withoutUse(other, until, instants);
    }

    private @Nullable Repeat withoutUse(byte[] other, int until, LastInstant instants) {
        return Arrays.equals(written, atUntil, written.length, other, until, other.length)
                ? again(other, until, instants, null)
                : null;
    }

    private @Nullable Repeat withUse(byte[] other, int until, LastInstant instants) {
        int from = until + useFrom - atUntil;
        if (from >= other.length || !Arrays.equals(written, atUntil, useFrom, other, until, from)) {
            return null;
        }
        int end = from;
        int percent = 0;
        while (end < other.length && isDigit(other[end]) && end - from <= PERCENT_DIGITS_MAX) {
            percent = percent * 10 + other[end++] - '0';
        }
        int digits = end - from;
        boolean isPlain = digits >= 1 && percent <= 100 && (digits == 1 || other[from] != '0');
        return isPlain && Arrays.equals(written, useUntil, written.length, other, end, other.length)
                ? again(other, until, instants, percent)
                : null;
    }

    private @Nullable Repeat again(byte[] other, int atEnd, LastInstant instants, @Nullable Integer percent) {
        Instant instant = instants.read(other, atFrom - textFrom, atEnd);
        return instant == null ? null : new Repeat(saying, instant, percent);
    }

    /** The one that came after it the last time, and so probably does again; none where that is not kept any more. */
    @Nullable Template next() {
        Template known = next;
        return known == null || known.isLeft ? null : known;
    }

    void isFollowedBy(Template other) {
        next = isLeft ? null : other;
    }

    /** It is not kept any more, and keeps no other. */
    void leave() {
        isLeft = true;
        next = null;
    }

    private static boolean isDigit(byte letter) {
        return letter >= '0' && letter <= '9';
    }
}
