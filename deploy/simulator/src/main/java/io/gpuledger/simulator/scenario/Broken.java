package io.gpuledger.simulator.scenario;

/** A rule of the scenario's format that does not hold; the message names field and rule. */
final class Broken extends IllegalArgumentException {

    private Broken(String message) {
        super(message);
    }

    static void unless(boolean holds, String field, String rule) {
        if (!holds) {
            throw new Broken(field + " " + rule);
        }
    }
}
