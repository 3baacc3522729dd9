package io.gpuledger.ledger.query.cost;

import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.PriceSource;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.event.Use;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.ledger.books.Strand;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What cost can be grouped and filtered by. */
public enum Dimension {
    OWNER("owner"),
    PROJECT("project"),
    COST_CENTRE("costCentre"),
    PROVIDER("provider"),
    ACCOUNT("account"),
    CLUSTER("cluster"),
    SKU("sku"),
    TIER("tier"),
    COMPONENT("component"),
    USE("use"),
    PRICE_SOURCE("priceSource"),
    ESTIMATED("estimated"),
    RECONCILED("reconciled"),
    POD("pod"),
    NAME("name"),
    JOB("job");

    private final String word;

    Dimension(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Entries of one strand may differ in it. */
    public boolean isOfResource() {
        return this == POD || this == NAME || this == JOB;
    }

    /** The value of a strand; empty where it has none, or where it is the resource's. */
    public String of(Strand strand) {
        Cell cell = strand.cell();
        String value = switch (this) {
            case OWNER -> cell.owner();
            case PROJECT -> cell.project();
            case COST_CENTRE -> cell.costCentre();
            case PROVIDER -> cell.account().provider();
            case ACCOUNT -> cell.account().toString();
            case CLUSTER -> cell.cluster();
            case SKU -> cell.sku();
            case TIER -> lower(cell.tier());
            case COMPONENT -> lower(cell.component());
            case USE -> strand.use() == null ? null : lower(strand.use());
            case PRICE_SOURCE -> lower(strand.source());
            case ESTIMATED -> Boolean.toString(strand.estimated());
            case RECONCILED -> Boolean.toString(strand.reconciled());
            case POD, NAME, JOB -> null;
        };
        return value == null ? "" : value;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** A value to filter by, as it is written. Where values are few, one that nothing can have is refused: it would read as $0. */
    public String wanted(String value) {
        List<String> possible = possible();
        InvalidValue.unless(
                value.isEmpty() || possible.isEmpty() || possible.contains(value),
                word,
                "must be one of " + String.join(", ", possible));
        return value;
    }

    private List<String> possible() {
        return switch (this) {
            case TIER -> lower(Tier.values());
            case COMPONENT -> lower(Component.values());
            case USE -> lower(Use.values());
            case PRICE_SOURCE -> lower(PriceSource.values());
            case ESTIMATED, RECONCILED -> List.of("true", "false");
            default -> List.of();
        };
    }

    private static List<String> lower(Enum<?>... constants) {
        return Arrays.stream(constants).map(Dimension::lower).toList();
    }

    public static Dimension of(String word) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidValue(
                        "groupBy",
                        "must be of "
                                + Arrays.stream(values()).map(Dimension::word).collect(Collectors.joining(", "))
                                + ", not '" + word + "'"));
    }
}
