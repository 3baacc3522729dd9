package io.gpuledger.ledger.books;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** Cost per hour and GPUs held: what a step changes, and what holds between steps. */
public record Rates(long nanoDollars, long milliGpus, long unpricedMilliGpus) {

    public static final Rates NONE = new Rates(0, 0, 0);

    public Rates plus(Rates other) {
        return new Rates(
                Math.addExact(nanoDollars, other.nanoDollars),
                Math.addExact(milliGpus, other.milliGpus),
                Math.addExact(unpricedMilliGpus, other.unpricedMilliGpus));
    }

    public Rates negated() {
        return new Rates(
                Math.negateExact(nanoDollars), Math.negateExact(milliGpus), Math.negateExact(unpricedMilliGpus));
    }

    @JsonIgnore
    public boolean isNothing() {
        return nanoDollars == 0 && milliGpus == 0 && unpricedMilliGpus == 0;
    }
}
