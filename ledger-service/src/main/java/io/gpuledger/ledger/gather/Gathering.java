package io.gpuledger.ledger.gather;

import io.gpuledger.ledger.query.ask.Incomplete;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.streams.state.HostInfo;

/// whom to ask for each partition -> partial answers: in rounds, every instance of a round at once
final class Gathering<P> {

    /** Puts one question to one instance. */
    interface Asking<P> {
        Map<Integer, P> ask(HostInfo host, Set<Integer> partitions) throws Peers.Silent;
    }

    private final Map<Integer, List<HostInfo>> sources;
    private final Asking<P> asking;
    private final Map<Integer, P> parts = new TreeMap<>();
    private final Map<HostInfo, String> silent = new HashMap<>();

    Gathering(Map<Integer, List<HostInfo>> sources, Asking<P> asking) {
        this.sources = sources;
        this.asking = asking;
    }

    /** Asks until every partition has answered or has nobody left to be asked. */
    Gathering<P> run() {
        for (int round = 0; ; round++) {
            Map<HostInfo, Set<Integer>> questions = questions(round);
            if (questions.isEmpty()) {
                return this;
            }
            if (questions.size() == 1) {
                questions.forEach((host, partitions) -> take(host, () -> asking.ask(host, partitions)));
            } else {
                inParallel(questions);
            }
        }
    }

    private void inParallel(Map<HostInfo, Set<Integer>> questions) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<HostInfo, Future<Map<Integer, P>>> answers = new HashMap<>();
            questions.forEach(
                    (host, partitions) -> answers.put(host, threads.submit(() -> asking.ask(host, partitions))));
            answers.forEach((host, answer) -> take(host, () -> answer(answer)));
        }
    }

    private Map<Integer, P> answer(Future<Map<Integer, P>> answer) throws Peers.Silent {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException refused -> throw refused;
                case Peers.Silent silence -> throw silence;
                case null, default -> throw new IllegalStateException("a question failed", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Peers.Silent("was not waited for");
        }
    }

    private interface Answer<P> {
        Map<Integer, P> get() throws Peers.Silent;
    }

    private void take(HostInfo host, Answer<P> answer) {
        try {
            parts.putAll(answer.get());
        } catch (Peers.Silent e) {
            silent.put(host, String.valueOf(e.getMessage()));
        }
    }

    /** What is asked of whom in a round: each partition that is missing, of the next that may have it. */
    private Map<HostInfo, Set<Integer>> questions(int round) {
        Map<HostInfo, Set<Integer>> questions = new HashMap<>();
        sources.forEach((partition, hosts) -> {
            if (!parts.containsKey(partition) && round < hosts.size()) {
                questions
                        .computeIfAbsent(hosts.get(round), host -> new TreeSet<>())
                        .add(partition);
            }
        });
        return questions;
    }

    /** In the order of the partitions. */
    List<P> parts() {
        return new ArrayList<>(parts.values());
    }

    boolean isComplete() {
        return parts.size() == sources.size();
    }

    Incomplete gaps(HostInfo self) {
        Set<Integer> missing = new TreeSet<>(sources.keySet());
        missing.removeAll(parts.keySet());
        List<String> instances = missing.stream()
                .flatMap(partition -> sources.getOrDefault(partition, List.of()).stream())
                .filter(host -> !host.equals(self))
                .map(host -> host.host() + ":" + host.port())
                .distinct()
                .sorted()
                .toList();
        String reason = silent.isEmpty()
                ? "these partitions are being moved or read back"
                : silent.entrySet().stream()
                        .map(entry ->
                                entry.getKey().host() + ":" + entry.getKey().port() + " " + entry.getValue())
                        .sorted()
                        .collect(Collectors.joining("; "));
        return new Incomplete(new ArrayList<>(missing), sources.size(), instances, reason);
    }
}
