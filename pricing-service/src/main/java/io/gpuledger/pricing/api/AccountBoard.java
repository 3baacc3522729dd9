package io.gpuledger.pricing.api;

import io.gpuledger.common.config.WatchedAccount;
import io.gpuledger.pricing.api.WatchedAccountView.PollView;
import io.gpuledger.pricing.poll.PollReport;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/** What is known of every watched account: its settings and its last poll. */
public final class AccountBoard {

    private final ConcurrentSkipListMap<String, WatchedAccountView> views = new ConcurrentSkipListMap<>();

    public AccountBoard(List<WatchedAccount> accounts) {
        accounts.forEach(account -> views.put(
                account.ref().toString(),
                new WatchedAccountView(
                        account.provider(), account.name(), account.interval().toSeconds(), null, null, null, 0)));
    }

    public void polled(WatchedAccount account, PollReport report) {
        PollView poll = PollView.of(report);
        views.computeIfPresent(
                account.ref().toString(),
                (key, view) -> new WatchedAccountView(
                        view.provider(),
                        view.name(),
                        view.pollIntervalSeconds(),
                        poll,
                        report.completed() ? report.at() : view.lastCompleted(),
                        report.completed() ? view.lastError() : poll,
                        report.completed() ? 0 : view.failedInARow() + 1));
    }

    public List<WatchedAccountView> views() {
        return List.copyOf(views.values());
    }
}
