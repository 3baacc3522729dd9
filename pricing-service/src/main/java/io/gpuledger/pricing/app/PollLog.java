package io.gpuledger.pricing.app;

import io.gpuledger.common.config.WatchedAccount;
import io.gpuledger.pricing.api.AccountBoard;
import io.gpuledger.pricing.poll.BillPoller;
import io.gpuledger.pricing.poll.PollReport;
import io.gpuledger.pricing.provider.Failure;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells how polls went: board, metrics, and one line in the log when that changes. */
@Singleton
public class PollLog {

    private static final Logger LOG = Logger.getLogger("io.gpuledger.pricing.poll");

    private final AccountBoard board;
    private final MeterRegistry metrics;
    private final Map<String, String> lastSaid = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> pods = new ConcurrentHashMap<>();

    public PollLog(AccountBoard board, MeterRegistry metrics) {
        this.board = board;
        this.metrics = metrics;
    }

    void polled(WatchedAccount account, PollReport report) {
        String name = account.ref().toString();
        board.polled(account, report);
        metrics.counter("gpu_ledger_polls", "account", name, "outcome", report.outcome())
                .increment();
        metrics.timer("gpu_ledger_poll", "account", name).record(report.took());
        count(name, "balance", report.balance());
        count(name, "prices", report.prices());
        metrics.counter("gpu_ledger_pods_unreadable", "account", name)
                .increment(report.unreadable().size());
        if (report.completed()) {
            podsOf(name).set(report.pods());
        }
        say(name, "poll", report.outcome(), report.completed() ? report.pods() + " pods" : report.detail());
        say(name, "balance", word(report.balance()), line(report.balance()));
        say(name, "prices", word(report.prices()), line(report.prices()));
    }

    void billed(WatchedAccount account, BillPoller.Report report) {
        String name = account.ref().toString();
        metrics.counter("gpu_ledger_bill_lines_published", "account", name).increment(report.published());
        count(name, "bills", report.failure());
        String unpublished = report.unpublished();
        say(
                name,
                "bills",
                unpublished == null ? word(report.failure()) : PollReport.UNPUBLISHED,
                unpublished == null ? line(report.failure()) : unpublished);
    }

    private void count(String account, String question, @Nullable Failure failure) {
        if (failure != null) {
            metrics.counter(
                            "gpu_ledger_questions_failed",
                            "account",
                            account,
                            "question",
                            question,
                            "reason",
                            failure.reason())
                    .increment();
        }
    }

    private AtomicInteger podsOf(String account) {
        return pods.computeIfAbsent(account, name -> {
            AtomicInteger seen = new AtomicInteger();
            metrics.gauge("gpu_ledger_pods_seen", io.micrometer.core.instrument.Tags.of("account", name), seen);
            return seen;
        });
    }

    private void say(String account, String what, String word, String line) {
        String before = lastSaid.put(account + " " + what, word);
        if (word.equals(before) || (before == null && word.equals("ok"))) {
            return;
        }
        boolean well = word.equals("ok") || word.equals(PollReport.COMPLETED);
        LOG.logf(
                well ? Logger.Level.INFO : Logger.Level.WARN,
                "account=%s %s=%s detail=\"%s\"",
                account,
                what,
                word,
                line);
    }

    private static String word(@Nullable Failure failure) {
        return failure == null ? "ok" : failure.reason();
    }

    private static String line(@Nullable Failure failure) {
        return failure == null ? "" : failure.detail();
    }
}
