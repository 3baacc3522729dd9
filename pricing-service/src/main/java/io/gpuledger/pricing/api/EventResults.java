package io.gpuledger.pricing.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gpuledger.pricing.ingest.Told;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of every event of a request, in its order. */
@Schema(description = "What became of every event, in the order of the request")
public record EventResults(int accepted, int refused, List<Result> results) {

    /** @param refused field and rule; absent where it was accepted */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Result(
            @Schema(examples = "job-17") String id,
            @Nullable @Schema(examples = "true") Boolean accepted,

            @Nullable @Schema(examples = "until must not be before from")
            String refused) {}

    static EventResults of(List<Told> told) {
        List<Result> results = told.stream().map(EventResults::result).toList();
        int accepted =
                (int) told.stream().filter(Told.Accepted.class::isInstance).count();
        return new EventResults(accepted, told.size() - accepted, results);
    }

    private static Result result(Told told) {
        return switch (told) {
            case Told.Accepted accepted -> new Result(accepted.id(), true, null);
            case Told.Refused refused -> new Result(refused.id(), null, refused.reason());
        };
    }
}
