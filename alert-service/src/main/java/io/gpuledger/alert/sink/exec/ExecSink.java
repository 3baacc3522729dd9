package io.gpuledger.alert.sink.exec;

import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.sink.webhook.WebhookPayload;
import io.gpuledger.alert.wording.value.Subject;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.wire.Json;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Runs a command and waits for its end. The same program is never run twice at once. */
final class ExecSink implements Sink {

    /** {@code EX_TEMPFAIL} of sysexits.h: the command wants to be tried again. */
    private static final int AGAIN = 75;

    private static final Map<String, ReentrantLock> ONE_AT_A_TIME = new ConcurrentHashMap<>();

    private final ExecSettings settings;
    private final Outside outside;

    ExecSink(ExecSettings settings, Outside outside) {
        this.settings = settings;
        this.outside = outside;
    }

    @Override
    public Answer send(Notification notification) throws InterruptedException, IOException {
        String program = settings.command().getFirst().toString();
        ReentrantLock turn = ONE_AT_A_TIME.computeIfAbsent(program, any -> new ReentrantLock(true));
        turn.lockInterruptibly();
        try {
            return run(notification);
        } finally {
            turn.unlock();
        }
    }

    private Answer run(Notification notification) throws InterruptedException, IOException {
        ProcessBuilder builder = builder(notification);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return new Answer.Retry("the command cannot be started", null);
        }
        try {
            Thread.ofVirtual().start(() -> feed(process, notification));
            if (!process.waitFor(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                return failed("killed after " + settings.timeout().toMillis() + " ms");
            }
            int code = process.exitValue();
            if (code == 0) {
                return new Answer.Delivered("exit 0");
            }
            return code == AGAIN && !settings.once() ? new Answer.Retry("exit 75", null) : failed("exit " + code);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Answer failed(String detail) {
        return settings.once() ? new Answer.Delivered(detail + ", and it runs once") : new Answer.Rejected(detail);
    }

    private ProcessBuilder builder(Notification notification) throws IOException {
        Subject subject = outside.subject(notification);
        Placeholders placeholders = new Placeholders(notification);
        List<String> command = settings.command().stream()
                .map(argument -> placeholders.in(argument.of(subject)))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        String folder = settings.folder();
        if (folder != null) {
            builder.directory(new File(folder));
        }
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> !name.equals("PATH") && !name.equals("HOME") && !name.equals("LANG"));
        environment.put("GPU_LEDGER_NOTIFICATION", notification.id());
        environment.put("GPU_LEDGER_DEDUP_KEY", notification.dedupKey());
        environment.put("GPU_LEDGER_STATUS", notification.status().name().toLowerCase(Locale.ROOT));
        environment.put("GPU_LEDGER_RECEIVER", notification.receiver());
        placeholders
                .all()
                .forEach((name, value) -> environment.put("GPU_LEDGER_" + name.toUpperCase(Locale.ROOT), value));
        for (Map.Entry<String, Secret> variable : settings.environment().entrySet()) {
            environment.put(variable.getKey(), variable.getValue().read());
        }
        return builder;
    }

    /** A command that does not read its input is not wrong. */
    private void feed(Process process, Notification notification) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(Json.mapper().writeValueAsBytes(WebhookPayload.of(notification, 0, outside.externalUrl())));
        } catch (IOException e) {
            // It has ended, or closed its input.
        }
    }
}
