package io.gpuledger.bench.measure;

/**
 * How large the measurements are.
 *
 * @param pods of the fleet of (a), (b), (c) and (d)
 * @param observations how many one run of (a) and (f) reads, about
 * @param rounds how often (a) and (f) are run; medians are told
 * @param owners of (c)
 * @param days of history of (c)
 * @param samples crossings waited for in (b), questions asked in (c), each way
 */
public record Sizes(int pods, int observations, int rounds, int owners, int days, int samples) {

    public static final Sizes DEFAULT = new Sizes(100_000, 2_000_000, 3, 1_000, 35, 200);

    public Sizes {
        require(pods >= 1_000 && pods <= 1_000_000, "--pods must be from 1000 to 1000000");
        require(observations >= pods, "--observations must be at least as many as pods");
        require(rounds >= 1 && rounds <= 25, "--rounds must be from 1 to 25");
        require(owners >= 1 && owners <= 5_000, "--owners must be from 1 to 5000");
        require(days >= 1 && days <= 35, "--days must be from 1 to 35");
        require(samples >= 20 && samples <= 100_000, "--samples must be from 20 to 100000");
    }

    /** The same with one of them as an option says. */
    public Sizes with(String option, int number) {
        return switch (option) {
            case "--pods" -> new Sizes(number, Math.max(observations, number), rounds, owners, days, samples);
            case "--observations" -> new Sizes(pods, number, rounds, owners, days, samples);
            case "--rounds" -> new Sizes(pods, observations, number, owners, days, samples);
            case "--owners" -> new Sizes(pods, observations, rounds, number, days, samples);
            case "--days" -> new Sizes(pods, observations, rounds, owners, number, samples);
            case "--samples" -> new Sizes(pods, observations, rounds, owners, days, number);
            default -> throw new IllegalArgumentException("unknown option " + option);
        };
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
