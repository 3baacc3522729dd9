package io.gpuledger.ledger.query.ask;

import java.util.List;
import java.util.stream.Stream;

/**
 * What an answer lacks. The owners, accounts and other scopes whose books are in these partitions are not in it.
 *
 * @param partitions of {@code postings.v1}, in order
 * @param of how many there are
 * @param instances which have these partitions, as far as is known, and did not answer
 * @param reason why not, in one line
 */
public record Incomplete(List<Integer> partitions, int of, List<String> instances, String reason) {

    public Incomplete {
        partitions = List.copyOf(partitions);
        instances = List.copyOf(instances);
    }

    /** What an answer lacks that was made of two, each with its own gaps. */
    public Incomplete and(Incomplete other) {
        return new Incomplete(
                Stream.concat(partitions.stream(), other.partitions.stream())
                        .distinct()
                        .sorted()
                        .toList(),
                Math.max(of, other.of),
                Stream.concat(instances.stream(), other.instances.stream())
                        .distinct()
                        .sorted()
                        .toList(),
                reason);
    }

    /** Where gaps are noted, so that they reach whoever asked. */
    @FunctionalInterface
    public interface Noted {
        void note(Incomplete gap);
    }
}
