package io.gpuledger.ledger.query.explain;

import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.books.Books;
import io.gpuledger.ledger.books.Entry;
import io.gpuledger.ledger.books.ScopeBook;
import io.gpuledger.ledger.query.cost.PartialCosts;
import io.gpuledger.ledger.query.cost.PartialCosts.Group;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// the books of a partition, a question -> what everything cost, and the dearest parts taken apart
final class Taking {

    private final ExplainQuestion question;

    Taking(ExplainQuestion question) {
        this.question = question;
    }

    PartialExplanation apart(Books books) {
        PartialCosts costs = question.costs().of(books);
        long wanted = (long) question.page().offset() + question.page().limit();
        Map<String, Map<List<String>, List<Entry>>> byOwner = new HashMap<>();
        List<Group> dearest = costs.groups().stream()
                .filter(group -> !group.isNothing())
                .sorted(Comparator.comparing(Group::cost)
                        .reversed()
                        .thenComparing(group -> String.join("\u0000", group.values())))
                .limit(wanted)
                .toList();
        dearest.forEach(group -> byOwner.computeIfAbsent(group.values().getFirst(), owner -> new HashMap<>())
                .put(group.values(), new ArrayList<>()));
        byOwner.forEach((owner, parts) -> collect(books, owner, parts));
        return new PartialExplanation(
                costs,
                dearest.stream()
                        .map(group -> part(
                                group,
                                byOwner.getOrDefault(group.values().getFirst(), Map.of())
                                        .getOrDefault(group.values(), List.of())))
                        .toList());
    }

    private void collect(Books books, String owner, Map<List<String>, List<Entry>> parts) {
        ScopeBook book = books.book(Scope.owner(owner));
        if (book != null) {
            question.costs()
                    .each(
                            book,
                            entry -> parts.computeIfPresent(key(entry), (key, entries) -> {
                                entries.add(entry);
                                return entries;
                            }));
        }
    }

    private static List<String> key(Entry entry) {
        return List.of(
                entry.cell().owner(),
                entry.cell().account().toString(),
                entry.resource(),
                entry.job() == null ? "" : entry.job());
    }

    private Part part(Group group, List<Entry> entries) {
        return new Segments(question.costs().from(), question.costs().until(), entries).part(group);
    }
}
