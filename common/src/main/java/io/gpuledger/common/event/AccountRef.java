package io.gpuledger.common.event;

import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import org.jspecify.annotations.Nullable;

/** An account at a provider; {@code runpod/main} in one word. */
public record AccountRef(String provider, String name) {

    public AccountRef {
        provider = withoutSlash("account.provider", provider);
        name = withoutSlash("account.name", name);
        InvalidValue.unless(
                provider.length() + 1 + name.length() <= Limits.NAME_CHARS_MAX,
                "account",
                "must have at most " + Limits.NAME_CHARS_MAX + " characters with its provider");
    }

    private static String withoutSlash(String field, @Nullable String value) {
        String present = Limits.name(field, value);
        InvalidValue.unless(present.indexOf('/') < 0, field, "must not contain '/'");
        return present;
    }

    /** An account in one word where there is one; blank is none. */
    public static @Nullable String optionalKey(String field, @Nullable String key) {
        String present = Limits.optionalName(field, key);
        if (present == null) {
            return null;
        }
        int slash = present.indexOf('/');
        InvalidValue.unless(
                slash > 0 && slash < present.length() - 1 && present.indexOf('/', slash + 1) < 0,
                field,
                "must be PROVIDER/NAME, such as runpod/main");
        return present;
    }

    @Override
    public String toString() {
        return provider + "/" + name;
    }
}
