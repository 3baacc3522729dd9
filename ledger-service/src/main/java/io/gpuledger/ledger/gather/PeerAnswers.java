package io.gpuledger.ledger.gather;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.wire.Json;
import io.gpuledger.common.wire.Malformed;
import io.gpuledger.ledger.query.ask.PartitionQuestion;
import io.gpuledger.ledger.query.ask.Question;
import io.gpuledger.ledger.query.ask.RecordQuestion;
import io.gpuledger.ledger.store.StoredBooks;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Answers what other instances ask, of what is here. */
public final class PeerAnswers {

    private static final int PARTITIONS_MAX = 1_000;

    private final StoredBooks here;

    public PeerAnswers(StoredBooks here) {
        this.here = here;
    }

    public Wire.Told answer(Wire.Asked asked) {
        InvalidValue.unless(
                asked.partitions() != null && asked.partitions().size() <= PARTITIONS_MAX,
                "partitions",
                "must be at most " + PARTITIONS_MAX);
        Map<Integer, JsonNode> told = new TreeMap<>();
        parts(asked)
                .forEach((partition, part) -> told.put(partition, Json.mapper().valueToTree(part)));
        return new Wire.Told(told);
    }

    private Map<Integer, ?> answered(Question<?> question, Set<Integer> partitions) {
        return switch (question) {
            case PartitionQuestion<?> books -> here.ask(books, partitions);
            case RecordQuestion<?, ?> records -> here.ask(records, partitions);
        };
    }

    private Map<Integer, ?> parts(Wire.Asked asked) {
        try {
            return switch (asked.question()) {
                case Wire.CLOCKS -> here.clocks(asked.partitions());
                case Wire.STATES -> here.ruleStates(asked.partitions());
                case null, default -> answered(Wire.question(asked), asked.partitions());
            };
        } catch (JsonProcessingException e) {
            throw new InvalidValue("question", Malformed.reason(e));
        }
    }
}
