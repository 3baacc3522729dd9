package io.gpuledger.ledger.gather;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.Json;
import io.gpuledger.ledger.burn.Balance;
import io.gpuledger.ledger.query.RuleStanding;
import io.gpuledger.ledger.query.ask.BooksOnHand;
import io.gpuledger.ledger.query.ask.Incomplete;
import io.gpuledger.ledger.query.ask.PartitionQuestion;
import io.gpuledger.ledger.query.ask.RecordQuestion;
import io.gpuledger.ledger.store.AccountClock;
import io.gpuledger.ledger.store.StoredBooks;
import io.gpuledger.ledger.watch.RuleState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/** The books of all instances, asked as if they were here. */
public final class GatheredBooks implements BooksOnHand, AutoCloseable {

    private final StoredBooks here;
    private final HostInfo self;
    private final Instances instances;
    private final Peers peers;
    private final IntSupplier partitions;
    private final Incomplete.Noted gaps;

    /**
     * Who this is and whom it may wait for.
     *
     * @param self where other instances reach this one
     * @param manners how others are asked
     * @param partitions how many partitions the books have
     */
    public record Setting(HostInfo self, Manners manners, IntSupplier partitions) {}

    /** @param gaps where it is noted what an answer lacks */
    public GatheredBooks(KafkaStreams streams, StoredBooks here, Setting setting, Incomplete.Noted gaps) {
        this.here = here;
        this.self = setting.self();
        this.instances = new Instances(streams, setting.self());
        this.peers = new Peers(setting.manners());
        this.partitions = setting.partitions();
        this.gaps = gaps;
    }

    @Override
    public <P> List<P> ask(PartitionQuestion<P> question) {
        return answers(question).parts();
    }

    @Override
    public <P> Answered<P> answers(PartitionQuestion<P> question) {
        return gather(Wire.asked(question), asked -> here.ask(question, asked));
    }

    @Override
    public <R, P> List<P> ask(RecordQuestion<R, P> question) {
        Map<Integer, List<HostInfo>> sources = StoredBooks.isBesideTheBooks(question.kind())
                ? instances.sources(partitions.getAsInt())
                : instances.sources(Topics.USAGE, StoredBooks.SHARE_PARTITIONS);
        return gathered(gathering(sources, Wire.asked(question), asked -> here.ask(question, asked)))
                .parts();
    }

    private List<StoredBooks.Clocks> clocks() {
        return gather(Wire.askedForClocks(), here::clocks).parts();
    }

    /** Where rules stand, as far as they are not quiet. */
    public List<RuleStanding> standings() {
        return ruleStates().entrySet().stream()
                .map(entry -> RuleStanding.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * How far the books have come.
     *
     * @param complete whether all partitions could be read
     */
    public record Progress(@Nullable Instant ledgerTime, boolean complete) {}

    public Progress progress() {
        Gathering<StoredBooks.Clocks> gathering = gathering(Wire.askedForClocks(), here::clocks);
        if (gathering.parts().isEmpty()) {
            throw new NotReady(
                    "none of the books can be read: " + gathering.gaps(self).reason(), null);
        }
        return new Progress(ledgerTime(gathering.parts()), gathering.isComplete());
    }

    private <P> Gathering<P> gathering(Wire.@Nullable Asked question, Function<Set<Integer>, Map<Integer, P>> local) {
        return gathering(instances.sources(partitions.getAsInt()), question, local);
    }

    private <P> Gathering<P> gathering(
            Map<Integer, List<HostInfo>> sources,
            Wire.@Nullable Asked question,
            Function<Set<Integer>, Map<Integer, P>> local) {
        return new Gathering<P>(
                        sources,
                        (host, asked) -> instances.isSelf(host) ? local.apply(asked) : remote(host, question, asked))
                .run();
    }

    private <P> Answered<P> gather(Wire.@Nullable Asked question, Function<Set<Integer>, Map<Integer, P>> local) {
        return gathered(gathering(question, local));
    }

    private <P> Answered<P> gathered(Gathering<P> gathering) {
        List<P> parts = gathering.parts();
        if (!gathering.isComplete()) {
            Incomplete gap = gathering.gaps(self);
            if (parts.isEmpty()) {
                throw new NotReady("none of the books can be read: " + gap.reason(), null);
            }
            gaps.note(gap);
        }
        return new Answered<>(parts, gathering.isComplete());
    }

    private <P> Map<Integer, P> remote(HostInfo host, Wire.@Nullable Asked question, Set<Integer> partitions)
            throws Peers.Silent {
        if (question == null) {
            throw new Peers.Silent("cannot be asked this");
        }
        JavaType part = Wire.part(question);
        try {
            Wire.Told told = peers.ask(host, new Wire.Asked(question.question(), question.body(), partitions));
            Map<Integer, P> parts = new TreeMap<>();
            for (Map.Entry<Integer, JsonNode> one : told.parts().entrySet()) {
                parts.put(one.getKey(), Json.mapper().readerFor(part).readValue(one.getValue()));
            }
            parts.keySet().retainAll(partitions);
            return parts;
        } catch (Peers.Silent e) {
            instances.distrust(host);
            throw e;
        } catch (JsonProcessingException e) {
            throw new Peers.Silent("answered something else");
        } catch (java.io.IOException e) {
            throw new Peers.Silent("cannot be reached");
        }
    }

    @Override
    public @Nullable Instant ledgerTime() {
        return ledgerTime(clocks());
    }

    private static @Nullable Instant ledgerTime(List<StoredBooks.Clocks> parts) {
        return merged(parts).values().stream()
                .map(AccountClock::passed)
                .filter(at -> at != AccountClock.NEVER)
                .max(Long::compare)
                .map(Instant::ofEpochMilli)
                .orElse(null);
    }

    @Override
    public List<Known> accounts() {
        List<StoredBooks.Clocks> parts = clocks();
        Map<String, AccountClock> clocks = merged(parts);
        Map<String, Balance> balances = new TreeMap<>();
        parts.forEach(part -> balances.putAll(part.balances()));
        Set<String> names = new TreeSet<>(clocks.keySet());
        names.addAll(balances.keySet());
        return names.stream()
                .map(name -> known(name, clocks.getOrDefault(name, AccountClock.NEW), balances.get(name)))
                .toList();
    }

    @Override
    public SortedMap<String, RuleState> ruleStates() {
        SortedMap<String, RuleState> states = new TreeMap<>();
        gather(Wire.askedForStates(), here::ruleStates).parts().forEach(states::putAll);
        return states;
    }

    /** Each partition of the books has its own clock of an account; the one that is least far counts. */
    private static Map<String, AccountClock> merged(List<StoredBooks.Clocks> parts) {
        Map<String, AccountClock> clocks = new TreeMap<>();
        parts.forEach(part -> part.clocks()
                .forEach((account, clock) -> clocks.merge(account, clock, (a, b) -> a.passed() <= b.passed() ? a : b)));
        return clocks;
    }

    private static Known known(String name, AccountClock clock, @Nullable Balance balance) {
        int slash = name.indexOf('/');
        long passed = clock.passed();
        return new Known(
                new AccountRef(name.substring(0, slash), name.substring(slash + 1)),
                passed == AccountClock.NEVER ? null : Instant.ofEpochMilli(passed),
                clock.pollsFailed(),
                balance,
                clock.answered() == null ? null : Instant.ofEpochMilli(clock.answered()));
    }

    @Override
    public void close() {
        peers.close();
    }
}
