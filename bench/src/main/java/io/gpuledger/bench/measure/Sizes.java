package io.gpuledger.bench.measure;

/**
 * How large the measurements are.
 *
 * @param pods of the fleet of (a)
 * @param observations how many one run of (a) and (f) reads, about
 * @param rounds how often (a) and (f) are run; medians are told
 */
public record Sizes(int pods, int observations, int rounds) {

    public static final Sizes DEFAULT = new Sizes(100_000, 2_000_000, 3);

    public Sizes {
        require(pods >= 1_000 && pods <= 1_000_000, "--pods must be from 1000 to 1000000");
        require(observations >= pods, "--observations must be at least as many as pods");
        require(rounds >= 1 && rounds <= 25, "--rounds must be from 1 to 25");
    }

    /** The same with one of them as an option says. */
    public Sizes with(String option, int number) {
        return switch (option) {
            case "--pods" -> new Sizes(number, Math.max(observations, number), rounds);
            case "--observations" -> new Sizes(pods, number, rounds);
            case "--rounds" -> new Sizes(pods, observations, number);
            default -> throw new IllegalArgumentException("unknown option " + option);
        };
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
