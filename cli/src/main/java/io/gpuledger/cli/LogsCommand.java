package io.gpuledger.cli;

import io.gpuledger.cli.launch.place.CannotStart;
import io.gpuledger.cli.launch.place.HomeFolder;
import io.gpuledger.cli.launch.process.LogFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the programs wrote. */
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Show what the programs wrote.")
final class LogsCommand implements Callable<Integer> {

    private static final String SUFFIX = ".log";
    private static final int PAUSE_MILLIS = 250;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final RunningFolder running = new RunningFolder();

    @Option(
            names = {"-f", "--follow"},
            description = "Go on showing what is written, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            description = "So many last lines of each. Default: 30")
    private int lines = 30;

    @Parameters(
            arity = "0..1",
            paramLabel = "SERVICE",
            description =
                    "broker, simulator, pricing-service, ledger-service (ledger-service-2, ...), alert-service or launcher; all when absent.")
    private @Nullable String service;

    @Override
    public Integer call() throws CannotStart, InterruptedException {
        if (lines < 0) {
            throw new CannotStart("--lines must not be negative, not " + lines);
        }
        Map<String, LogFile> logs = logs(running.folder());
        PrintWriter out = Main.out(spec);
        Map<String, Long> shown = new LinkedHashMap<>();
        logs.forEach((name, log) -> {
            shown.put(name, log.size());
            print(out, name, log.tail(lines));
        });
        while (follow) {
            Thread.sleep(PAUSE_MILLIS);
            logs.forEach((name, log) -> shown.put(name, showNews(out, name, log, shown.getOrDefault(name, 0L))));
        }
        return 0;
    }

    private long showNews(PrintWriter out, String name, LogFile log, long from) {
        String news = log.since(from);
        int complete = news.lastIndexOf('\n') + 1;
        print(out, name, news.substring(0, complete).lines().toList());
        long base = from > log.size() ? 0 : from;
        return base + news.substring(0, complete).getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }

    private void print(PrintWriter out, String name, List<String> text) {
        text.forEach(line -> out.println(service == null ? name + " | " + line : line));
        out.flush();
    }

    private Map<String, LogFile> logs(HomeFolder folder) throws CannotStart {
        Map<String, LogFile> logs = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder.logs())) {
            files.sorted()
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(SUFFIX))
                    .forEach(file -> {
                        String name = file.substring(0, file.length() - SUFFIX.length());
                        if (service == null || service.equals(name)) {
                            logs.put(name, new LogFile(folder.log(name)));
                        }
                    });
        } catch (IOException e) {
            throw new CannotStart("no logs in " + folder.logs() + "; start something with ./gpu-ledger up", e);
        }
        if (logs.isEmpty()) {
            throw new CannotStart("no log of " + (service == null ? "anything" : service) + " in " + folder.logs());
        }
        return logs;
    }
}
