package io.gpuledger.pricing.poll;

import io.gpuledger.common.value.InvalidValue;
import java.time.Duration;
import java.util.function.Consumer;

/** Asks for the bills of an account again and again until it is stopped; sooner where there was no answer. */
public final class BillWatch implements Runnable {

    private final BillPoller poller;
    private final Pace pace;
    private final Consumer<BillPoller.Report> reports;

    public BillWatch(BillPoller poller, Pace pace, Consumer<BillPoller.Report> reports) {
        this.poller = poller;
        this.pace = pace;
        this.reports = reports;
    }

    /** How long it rests after an answer, and after none. */
    public record Pace(Duration every, Duration afterFailure) {

        public Pace {
            InvalidValue.unless(every.isPositive(), "bills-every", "must be above zero");
        }

        Duration after(BillPoller.Report report) {
            return report.failed() && afterFailure.compareTo(every) < 0 ? afterFailure : every;
        }
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            BillPoller.Report report = poller.poll();
            reports.accept(report);
            try {
                Thread.sleep(pace.after(report));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
