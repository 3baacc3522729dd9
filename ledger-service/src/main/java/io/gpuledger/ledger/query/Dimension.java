package io.gpuledger.ledger.query;

import io.gpuledger.common.event.Cell;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.ledger.books.BookedStep;
import java.util.Arrays;
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
    POD("pod"),
    NAME("name"),
    PRICE_SOURCE("priceSource");

    private final String word;

    Dimension(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** The step's value; empty where it has none. */
    String of(BookedStep step) {
        Cell cell = step.cell();
        String value = switch (this) {
            case OWNER -> cell.owner();
            case PROJECT -> cell.project();
            case COST_CENTRE -> cell.costCentre();
            case PROVIDER -> cell.account().provider();
            case ACCOUNT -> cell.account().toString();
            case CLUSTER -> cell.cluster();
            case SKU -> cell.sku();
            case TIER -> cell.tier().name().toLowerCase(Locale.ROOT);
            case COMPONENT -> cell.component().name().toLowerCase(Locale.ROOT);
            case POD -> step.resource();
            case NAME -> step.name();
            case PRICE_SOURCE -> step.source().name().toLowerCase(Locale.ROOT);
        };
        return value == null ? "" : value;
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
