package io.gpuledger.common.value;

/** A value that breaks a rule: says which field and which rule, and nothing of the value that could be secret. */
public final class InvalidValue extends IllegalArgumentException {

    private final String field;
    private final String rule;

    public InvalidValue(String field, String rule) {
        super(field + " " + rule);
        this.field = field;
        this.rule = rule;
    }

    public String field() {
        return field;
    }

    public String rule() {
        return rule;
    }

    /** Refuses with the field's name and the rule unless the rule holds. */
    public static void unless(boolean holds, String field, String rule) {
        if (!holds) {
            throw new InvalidValue(field, rule);
        }
    }
}
