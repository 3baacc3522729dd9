package io.gpuledger.ledger.api.letters;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;

import io.gpuledger.access.Caller;
import io.gpuledger.common.access.Roles;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import io.gpuledger.ledger.letters.Letter;
import io.gpuledger.ledger.letters.LetterFilter;
import io.gpuledger.ledger.letters.LetterId;
import io.gpuledger.ledger.letters.LetterReader;
import io.gpuledger.ledger.letters.LetterTally;
import io.gpuledger.ledger.letters.Replay;
import io.gpuledger.ledger.letters.Replayer;
import io.gpuledger.ledger.letters.Replayer.Wish;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What could not be used: to look at, and to write back to its topic after a fix. */
@Path("/v1/dead-letters")
@RolesAllowed(Roles.VIEWER)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Dead letters")
public class DeadLettersResource {

    /** Who wants it, as the request says; counts only where nobody is asked who they are. */
    private static final String BY = "X-Changed-By";

    private static final String SOMEBODY = "somebody";

    static final int PAGE_USUAL = 50;
    static final int PAGE_MAX = 500;

    private final LetterReader letters;
    private final LetterTally tally;
    private final Replayer replayer;
    private final Caller caller;

    DeadLettersResource(LetterReader letters, LetterTally tally, Replayer replayer, Caller caller) {
        this.letters = letters;
        this.tally = tally;
        this.replayer = replayer;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Dead letters, the newest first",
            description = "At most 500 in a page, and at most 20000 looked at for one; next says where to go on.")
    @Parameter(name = "topic", in = QUERY, description = "The topic they came on", example = "pods.v1")
    @Parameter(name = "reason", in = QUERY, description = "A part of their reason, in any case", example = "ce_type")
    @Parameter(name = "from", in = QUERY, description = "Buried at or after", example = "2026-11-21T00:00:00Z")
    @Parameter(name = "to", in = QUERY, description = "Buried before", example = "2026-11-22T00:00:00Z")
    @Parameter(name = "before", in = QUERY, description = "The next of the page before", example = "0-4711")
    @Parameter(name = "limit", in = QUERY, description = "1 to 500; 50 when absent", example = "50")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            schema = @Schema(implementation = LetterReader.Page.class),
                            examples = @ExampleObject(name = "one letter", value = LetterExamples.PAGE)))
    public LetterReader.Page list(@Context UriInfo uri) {
        LetterParameters given = new LetterParameters(
                uri.getQueryParameters(), Set.of("topic", "reason", "from", "to", "before", "limit"));
        return letters.newestFirst(given.filter(), given.letter("before"), given.limit(PAGE_USUAL, PAGE_MAX));
    }

    @GET
    @Path("/counts")
    @Operation(summary = "How many there are, by topic and reason", description = "Of all that are kept: 90 days.")
    public LetterCounts counts() {
        return new LetterCounts(tally.total(), tally.isComplete(), tally.counts());
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "One letter with its payload",
            description = "As text, or as base64 where it is none; 65536 bytes at most, and nothing that looks secret.")
    public Letter letter(@Parameter(example = "0-4711") @RestPath String id) {
        Letter letter = letters.letter(LetterId.of("id", id));
        if (letter == null) {
            throw new NotFoundException("there is no such letter");
        }
        return letter;
    }

    @RolesAllowed(Roles.ADMIN)
    @POST
    @Path("/{id}/replay")
    @Operation(
            summary = "Write a letter back to its topic",
            description = "Bytes, key, headers and partition as they came. Once, unless force=true.")
    @Parameter(name = "force", in = QUERY, description = "Also where it was written back before", example = "false")
    @APIResponse(responseCode = "200", description = "It was written")
    @APIResponse(responseCode = "409", description = "It was written back before, or came on no topic")
    public Replay.Written replay(
            @Parameter(example = "0-4711") @RestPath String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        LetterParameters given = new LetterParameters(uri.getQueryParameters(), Set.of("force"));
        return switch (replayer.one(LetterId.of("id", id), wish(given, headers))) {
            case Replay.Written written -> written;
            case Replay.Refused refused -> throw new LetterProblems.NotReplayed(refused.why());
        };
    }

    @RolesAllowed(Roles.ADMIN)
    @POST
    @Path("/replay")
    @Operation(
            summary = "Write many letters back to their topics, the oldest first",
            description = "topic or reason must be given. At most 1000 letters or 16 MiB in one transaction; next says"
                    + " where to go on. Give to, so that what is refused again is not taken again.")
    @Parameter(name = "topic", in = QUERY, example = "pods.v1")
    @Parameter(name = "reason", in = QUERY, example = "ce_type")
    @Parameter(name = "from", in = QUERY, example = "2026-11-21T00:00:00Z")
    @Parameter(name = "to", in = QUERY, example = "2026-11-22T00:00:00Z")
    @Parameter(name = "after", in = QUERY, description = "The next of the answer before", example = "0-4711")
    @Parameter(name = "limit", in = QUERY, description = "1 to 1000, which is usual", example = "1000")
    @Parameter(name = "force", in = QUERY, description = "Also those written back before", example = "false")
    public Replay.Many replayMany(@Context UriInfo uri, @Context HttpHeaders headers) {
        LetterParameters given = new LetterParameters(
                uri.getQueryParameters(), Set.of("topic", "reason", "from", "to", "after", "limit", "force"));
        LetterFilter filter = given.filter();
        InvalidValue.unless(filter.namesTopicOrReason(), "topic, reason", "one of them must be given");
        int limit = given.limit(Replayer.LETTERS_MAX, Replayer.LETTERS_MAX);
        return replayer.many(filter, given.letter("after"), limit, wish(given, headers));
    }

    private Wish wish(LetterParameters given, HttpHeaders headers) {
        String by = caller.or(headers.getHeaderString(BY));
        return new Wish(by == null || by.isBlank() ? SOMEBODY : Limits.name(BY, by), given.flag("force"));
    }
}
