package io.gpuledger.common.config.resource;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.common.config.AssumedPrice;
import io.gpuledger.common.config.Budget;
import io.gpuledger.common.config.Metering;
import io.gpuledger.common.config.Overhead;
import io.gpuledger.common.config.PlannedWindow;
import io.gpuledger.common.config.Rule;
import io.gpuledger.common.event.ConfigChanged;
import io.gpuledger.common.event.ConfigKind;
import io.gpuledger.common.value.InvalidValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One resource of the configuration.
 *
 * @param body the record that the file's section reads its entries into
 */
public record Resource(ConfigKind kind, String name, Object body) {

    private static final int HASH_BYTES = 8;

    /** A resource of its body, by the body's own name. */
    public static Resource of(Object body) {
        return switch (body) {
            case OwnerRules rules -> new Resource(ConfigKind.OWNERS, ConfigKind.OWNERS.word(), rules);
            case Metering metering -> new Resource(ConfigKind.SETTINGS, ConfigKind.SETTINGS.word(), metering);
            case Budget budget -> new Resource(ConfigKind.BUDGET, budget.name(), budget);
            case Rule rule -> new Resource(ConfigKind.RULE, rule.name(), rule);
            case Overhead overhead -> new Resource(ConfigKind.OVERHEAD, overhead.name(), overhead);
            case PlannedWindow plan -> new Resource(ConfigKind.PLAN, plan.name(), plan);
            case AssumedPrice price -> new Resource(ConfigKind.ASSUMED_PRICE, price.sku(), price);
            default -> throw new IllegalArgumentException(body.getClass() + " is no body of a resource");
        };
    }

    /** A resource of its form; refused, by field and rule, as the file would refuse it. */
    public static Resource read(ConfigKind kind, String name, Map<String, Object> form) {
        Map<String, Object> named = new LinkedHashMap<>(form);
        if (!kind.isSingle()) {
            named.putIfAbsent(nameField(kind), name);
        }
        Resource read = of(Forms.read(kind.word(), named, bodyOf(kind)));
        InvalidValue.unless(
                read.name.equals(name), nameField(kind), "must be the name it is given under, '" + name + "'");
        return read;
    }

    /** @param json the form as JSON writes it */
    public static Resource read(ConfigKind kind, String name, String json) {
        return read(kind, name, Forms.read(kind.word(), json));
    }

    /** What is kept, as far as it counts: nothing where it was taken away, or cannot be used. */
    public static Optional<Resource> inForce(ConfigChanged kept) {
        return kept.isDeleted() || unusable(kept).isPresent()
                ? Optional.empty()
                : Optional.of(read(kept.kind(), kept.name(), formOf(kept)));
    }

    /** Why something that is kept cannot be used. An earlier version may have accepted what is refused by now. */
    public static Optional<InvalidValue> unusable(ConfigChanged kept) {
        try {
            read(kept.kind(), kept.name(), formOf(kept));
            return Optional.empty();
        } catch (InvalidValue broken) {
            return Optional.of(broken);
        }
    }

    private static Map<String, Object> formOf(ConfigChanged kept) {
        return kept.value() == null ? Map.of() : kept.value();
    }

    private static String nameField(ConfigKind kind) {
        return kind == ConfigKind.ASSUMED_PRICE ? "sku" : "name";
    }

    private static Class<?> bodyOf(ConfigKind kind) {
        return switch (kind) {
            case OWNERS -> OwnerRules.class;
            case SETTINGS -> Metering.class;
            case BUDGET -> Budget.class;
            case RULE -> Rule.class;
            case OVERHEAD -> Overhead.class;
            case PLAN -> PlannedWindow.class;
            case ASSUMED_PRICE -> AssumedPrice.class;
        };
    }

    public String key() {
        return ConfigChanged.key(kind, name);
    }

    /** As the file writes it. */
    public Map<String, Object> form() {
        return Forms.form(body);
    }

    /** Two resources that say the same have one text. */
    public String text() {
        return Forms.text(body);
    }

    /** The first 16 hex digits of the SHA-256 of its text. */
    public String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
