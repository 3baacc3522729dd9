package io.gpuledger.cli.launch;

import io.gpuledger.cli.launch.place.Configuration;
import io.gpuledger.cli.launch.place.Ports;
import io.gpuledger.common.config.WatchedAccount;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a user sees once everything runs. */
final class Screen {

    private Screen() {}

    static String of(Plan plan, Duration took) {
        Ports ports = plan.ports();
        String ledger = ports.url(ports.ledger());
        String ledgers = plan.ledgers().values().stream().map(ports::url).collect(Collectors.joining(" · "));
        String option = plan.request().folder().option(System.getenv());
        return """

                GPU Ledger runs (started in %s s).

                  console     %s
                  watching    %s
                  costs       %s/v1/costs?groupBy=owner
                  burn        %s/v1/burn
                  alerts      %s/api/v2/alerts/groups
                  all of it   %s   (OpenAPI of each service: /q/openapi, metrics: /q/metrics)
                  Kafka       %s
                  logs        %s   (./gpu-ledger logs -f%s)
                  try         curl -s %s'%s/v1/costs?groupBy=owner&window=5m'
                  stop        %s./gpu-ledger down%s

                %s""".formatted(
                        String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0),
                        ports.console(),
                        String.join("\n              ", watched(plan)),
                        ledger,
                        ledger,
                        ports.url(ports.alert()),
                        ports.url(ports.pricing()) + " · " + ledgers + " · " + ports.url(ports.alert()),
                        plan.request().kafka(),
                        plan.request().folder().logs(),
                        option,
                        plan.asksForTokens() ? "-H \"Authorization: Bearer $GPU_LEDGER_TOKEN\" " : "",
                        ledger,
                        plan.request().screenFile() == null ? "Ctrl-C here, or " : "",
                        option,
                        deliveries(plan));
    }

    private static List<String> watched(Plan plan) {
        Configuration configuration = plan.configuration();
        List<WatchedAccount> accounts = configuration.content().accounts();
        if (accounts.isEmpty()) {
            return List.of("nothing: " + configuration.file() + " names no account; import or post events instead");
        }
        List<String> lines = accounts.stream()
                .map(account -> account.ref() + every(account) + where(account, plan))
                .toList();
        return configuration.origin() == Configuration.Origin.SIMULATED
                ? List.of(
                        lines.getFirst(),
                        "set " + Configuration.RUNPOD_KEY + " to watch your own account, or give --config FILE")
                : lines;
    }

    private static String every(WatchedAccount account) {
        return " every " + account.interval().toSeconds() + " s";
    }

    private static String where(WatchedAccount account, Plan plan) {
        boolean simulated =
                account.url() != null && account.url().getPort() == plan.ports().simulator();
        return simulated ? " at the simulated provider (no money is spent)" : "";
    }

    private static String deliveries(Plan plan) {
        if (!plan.showsDeliveries()) {
            return "Pages and tickets go to your receivers.";
        }
        return plan.request().screenFile() == null
                ? "Pages and tickets are shown here:"
                : "Pages and tickets are shown in " + plan.request().folder().log(Launcher.NAME);
    }
}
