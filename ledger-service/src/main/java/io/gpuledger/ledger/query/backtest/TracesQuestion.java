package io.gpuledger.ledger.query.backtest;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.LettersBuried;
import io.gpuledger.ledger.query.ask.RecordQuestion;
import io.gpuledger.ledger.watch.past.PollRun;
import io.gpuledger.ledger.watch.past.Trace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is kept of polls of all accounts and of letters.
 *
 * @param from of the polls of an account before only what was in force then is told
 * @param until exclusive
 */
public record TracesQuestion(Instant from, Instant until) implements RecordQuestion<Trace, TracesQuestion.Traces> {

    /** Of a partition. */
    public record Traces(List<PollRun> polls, List<LettersBuried> letters, List<Trace.Complete> complete) {

        int size() {
            return polls.size() + letters.size();
        }
    }

    @Override
    public Class<Trace> kind() {
        return Trace.class;
    }

    @Override
    public Traces of(Collection<Trace> records) {
        return new Traces(
                polls(records),
                records.stream()
                        .map(Trace::letters)
                        .filter(Objects::nonNull)
                        .filter(letters -> letters.at().isAfter(from.minus(LettersBuried.LOOKED_AT)))
                        .filter(letters -> letters.at().isBefore(until))
                        .toList(),
                records.stream().map(Trace::complete).filter(Objects::nonNull).toList());
    }

    private List<PollRun> polls(Collection<Trace> records) {
        Map<AccountRef, PollRun> inForce = new HashMap<>();
        List<PollRun> polls = new ArrayList<>();
        records.stream()
                .map(Trace::polls)
                .filter(Objects::nonNull)
                .filter(run -> run.from().isBefore(until))
                .sorted(Comparator.comparing(PollRun::from))
                .forEach(run -> {
                    if (run.until().isBefore(from)) {
                        inForce.put(run.account(), run);
                    } else {
                        polls.add(run);
                    }
                });
        polls.addAll(inForce.values());
        return polls;
    }
}
