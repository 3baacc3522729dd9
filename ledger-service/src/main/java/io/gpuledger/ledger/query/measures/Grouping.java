package io.gpuledger.ledger.query.measures;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.HourLooks;
import io.gpuledger.common.event.JobTold;
import io.gpuledger.common.event.PriceSource;
import io.gpuledger.common.event.Reconciled;
import io.gpuledger.ledger.books.Strand;
import io.gpuledger.ledger.measure.Bills;
import io.gpuledger.ledger.measure.Busy;
import io.gpuledger.ledger.measure.JobWork;
import io.gpuledger.ledger.measure.Work;
import io.gpuledger.ledger.query.cost.Dimension;
import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adds up what is known beside cost by the groups of a question. */
record Grouping(MeasureQuestion question) {

    Map<List<String>, Busy> busy(Collection<HourLooks> looks) {
        Map<List<String>, Busy> sums = new HashMap<>();
        for (HourLooks seen : looks) {
            Strand strand = new Strand(seen.cell(), null, PriceSource.NONE, false, false);
            add(
                    sums,
                    group(dimension -> dimension.of(strand)),
                    new Busy(BigInteger.valueOf(seen.percents()), BigInteger.valueOf(seen.milliGpus())),
                    Busy::plus);
        }
        return sums;
    }

    Map<List<String>, Bills> bills(Collection<Reconciled> lines) {
        Map<List<String>, Bills> sums = new HashMap<>();
        for (Reconciled line : lines) {
            add(
                    sums,
                    group(dimension -> value(line, dimension)),
                    Bills.line(line.billed(), line.metered(), line.gpuBilled()),
                    Bills::plus);
        }
        return sums;
    }

    Map<List<String>, Work> work(Collection<JobWork> jobs) {
        Map<List<String>, Work> sums = new HashMap<>();
        for (JobWork job : jobs) {
            JobTold latest = job.latest();
            add(sums, group(dimension -> value(latest, dimension)), job.work(), Work::plus);
        }
        return sums;
    }

    private static <T> void add(
            Map<List<String>, T> sums, @Nullable List<String> group, T one, BinaryOperator<T> plus) {
        if (group != null) {
            sums.merge(group, one, plus);
        }
    }

    /** The values of the question's groups; nothing where a filter leaves it out. */
    private @Nullable List<String> group(Function<Dimension, String> value) {
        boolean wanted = question.filters().entrySet().stream()
                .allMatch(filter -> value.apply(filter.getKey()).equals(filter.getValue()));
        return wanted ? question.groupBy().stream().map(value).toList() : null;
    }

    private static String value(Reconciled line, Dimension dimension) {
        String value = switch (dimension) {
            case OWNER -> line.owner();
            case POD -> line.resource();
            default -> ofAccount(line.account(), dimension);
        };
        return value == null ? "" : value;
    }

    private static String value(JobTold job, Dimension dimension) {
        String value = switch (dimension) {
            case OWNER -> job.owner();
            case PROJECT -> job.project();
            case COST_CENTRE -> job.costCentre();
            case JOB -> job.job();
            default -> ofAccount(job.account(), dimension);
        };
        return value == null ? "" : value;
    }

    private static @Nullable String ofAccount(AccountRef account, Dimension dimension) {
        return switch (dimension) {
            case PROVIDER -> account.provider();
            case ACCOUNT -> account.toString();
            default -> null;
        };
    }
}
