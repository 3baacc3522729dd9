package io.gpuledger.pricing.provider.runpod;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.PricesListed;
import io.gpuledger.common.event.action.ActionOrder;
import io.gpuledger.pricing.provider.BillsSeen;
import io.gpuledger.pricing.provider.Deed;
import io.gpuledger.pricing.provider.Failure;
import io.gpuledger.pricing.provider.FetchOutcome;
import io.gpuledger.pricing.provider.PodsSeen;
import io.gpuledger.pricing.provider.Provider;
import io.gpuledger.pricing.provider.runpod.hand.RunpodHands;
import io.gpuledger.pricing.provider.runpod.http.RunpodHttp;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A RunPod account. Pods and prices come from REST v2, and from GraphQL where REST v2 is retired, broken or not
 * understood; the balance is told by GraphQL alone.
 */
public final class RunpodProvider implements Provider {

    /** Members of clusters are charged like any pod, and are left out unless asked for. */
    private static final String PODS = "/v2/pods?includeClusterPods=true";

    private static final String GPUS = "/v2/catalog/gpus";
    private static final String BILLS = "/v2/billing/pods?bucketSize=hour";
    private static final String BILLS_V1 = "/v1/billing/pods?bucketSize=hour&grouping=podId";
    private static final List<String> CURSORS = List.of("nextCursor", "next_cursor", "cursor");
    private static final int PAGES_MAX = 100;

    private final AccountRef account;
    private final RunpodHttp http;
    private final RunpodHands hands;
    private final PodReader restPods;
    private final PodReader graphqlPods;

    public RunpodProvider(AccountRef account, RunpodHttp http) {
        StoragePrices storage = StoragePrices.shipped();
        this.account = account;
        this.http = http;
        this.hands = new RunpodHands(http);
        this.restPods = new RestPodReader(account, storage);
        this.graphqlPods = new GraphqlPodReader(account, storage);
    }

    @Override
    public FetchOutcome<PodsSeen> pods(Instant at) {
        FetchOutcome<PodsSeen> rest = restPods(at);
        return otherApiMayKnow(rest) ? graphqlPods(at) : rest;
    }

    /** Where the whole question is refused, because one of its fields is retired, the balance alone is asked for. */
    @Override
    public FetchOutcome<AccountObserved> account(Instant at) {
        FetchOutcome<AccountObserved> whole = account(AccountReader.SELECTION, at);
        return whole.failure() instanceof Failure.Malformed ? account(AccountReader.BALANCE, at) : whole;
    }

    private FetchOutcome<AccountObserved> account(String selection, Instant at) {
        return http.graphql("{ myself { " + selection + " } }")
                .then(GraphqlAnswer::myself)
                .then(myself -> AccountReader.read(myself, account, at));
    }

    @Override
    public FetchOutcome<PricesListed> prices(Instant at) {
        FetchOutcome<PricesListed> rest = http.get(GPUS).then(body -> PriceReader.rest(body, at));
        return otherApiMayKnow(rest)
                ? http.graphql("{ gpuTypes { " + PriceReader.SELECTION + " } }")
                        .then(GraphqlAnswer::data)
                        .then(data -> PriceReader.graphql(data, at))
                : rest;
    }

    /** REST v1 is asked only where v2 is not there; RunPod itself retired v1 on 2026-11-15. */
    @Override
    public FetchOutcome<BillsSeen> bills(Range range, Instant at) {
        BillReader reader = new BillReader(account, range, at);
        String span = "&startTime=" + range.from() + "&endTime=" + range.until();
        FetchOutcome<BillsSeen> rest = http.get(BILLS + span).then(reader::read);
        return rest.failure() instanceof Failure.Gone
                ? http.get(BILLS_V1 + span).then(reader::read)
                : rest;
    }

    @Override
    public FetchOutcome<Deed> act(ActionOrder.Verb verb, String id) {
        return hands.act(verb, id);
    }

    private static boolean otherApiMayKnow(FetchOutcome<?> outcome) {
        Failure failure = outcome.failure();
        return failure != null && failure.otherApiMayKnow();
    }

    private FetchOutcome<PodsSeen> restPods(Instant at) {
        List<JsonNode> pods = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String page = PODS;
        FetchOutcome<JsonNode> answer = http.get(page);
        while (answer instanceof FetchOutcome.Fetched<JsonNode> fetched) {
            JsonNode body = fetched.value();
            if (!addAll(body, pods)) {
                return FetchOutcome.failed(new Failure.Malformed("the answer holds no list of pods"));
            }
            String cursor = cursor(body);
            if (cursor == null) {
                return new FetchOutcome.Fetched<>(restPods.readAll(pods, at), fetched.pause());
            }
            if (!seen.add(cursor) || seen.size() > PAGES_MAX) {
                return FetchOutcome.failed(new Failure.Malformed("the list of pods does not end"));
            }
            page = PODS + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
            answer = http.get(page);
        }
        return answer.then(body -> FetchOutcome.failed(new Failure.Malformed("unreachable")));
    }

    private FetchOutcome<PodsSeen> graphqlPods(Instant at) {
        return http.graphql("{ myself { pods { " + GraphqlPodReader.SELECTION + " } } }")
                .then(GraphqlAnswer::myself)
                .then(myself -> {
                    List<JsonNode> pods = new ArrayList<>();
                    return addAll(myself, pods)
                            ? FetchOutcome.fetched(graphqlPods.readAll(pods, at))
                            : FetchOutcome.failed(new Failure.Malformed("the answer holds no list of pods"));
                });
    }

    /** Adds the pods of a page; a list that is null is empty, one that is missing is no answer. */
    private static boolean addAll(JsonNode body, List<JsonNode> pods) {
        JsonNode list = body.path("pods");
        list.forEach(pods::add);
        return list.isNull() || list.isArray();
    }

    private static @Nullable String cursor(JsonNode body) {
        return CURSORS.stream()
                .map(name -> body.path(name).asText(""))
                .filter(cursor -> !cursor.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
